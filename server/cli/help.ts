/** What `--help` prints. */
export const help = `Says Who marks what a draft claims, who says so, and where it is written down.

  says-who check PATHS        show what an editor should look at
    --format NAME             pretty (the default), json, sarif, github or junit
    --fail-on SEVERITY        exit with 1 from this severity on: error, warning
                              (the default), information or hint
  says-who read PATHS         print all that is read in each draft, as JSON
  says-who read --jsonl       read one {"id", "text", "language"} a line from
                              standard input and print one reading a line
  says-who server --stdio     serve an editor over the Language Server Protocol
  says-who --help, --version

PATHS are drafts (.md is Markdown, everything else plain text), folders, whose
.md, .markdown and .txt files are taken, and patterns such as "drafts/**/*.md".
Rules are set in .says-who.json, here or in a folder above.

Exit status: 0 nothing found, 1 something found, 2 something could not be done.
`
