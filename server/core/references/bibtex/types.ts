/** The types of BibTeX and BibLaTeX, and what exporters add to them, as types of CSL. After the BibLaTeX manual, section 2.1. */
const TYPES = `
article:article-journal book:book mvbook:book booklet:pamphlet inbook:chapter bookinbook:chapter suppbook:chapter
incollection:chapter suppcollection:chapter collection:book mvcollection:book reference:book mvreference:book
inreference:entry-encyclopedia proceedings:book mvproceedings:book inproceedings:paper-conference
conference:paper-conference manual:report techreport:report report:report thesis:thesis phdthesis:thesis
mastersthesis:thesis bachelorsthesis:thesis misc:document unpublished:manuscript online:webpage electronic:webpage
www:webpage webpage:webpage website:webpage blog:post-weblog dataset:dataset data:dataset software:software
patent:patent standard:standard legislation:legislation legal:legal_case jurisdiction:legal_case periodical:periodical
suppperiodical:article-journal newspaper:article-newspaper news:article-newspaper magazine:article-magazine
newspaperarticle:article-newspaper letter:personal_communication interview:interview review:review movie:motion_picture
video:motion_picture audio:song music:song artwork:graphic image:graphic performance:performance speech:speech
commentary:document bibnote:document set:document xdata:document customa:document customb:document customc:document
preprint:article map:map hearing:hearing bill:bill statute:legislation regulation:regulation broadcast:broadcast
podcast:broadcast
`

const byName = new Map(
  TYPES.trim()
    .split(/\s+/)
    .map((pair): [string, string] => {
      const colon = pair.indexOf(':')
      return [pair.slice(0, colon), pair.slice(colon + 1)]
    }),
)

/** The type of CSL for an entry type in lower case; `document` for one that nobody knows. */
export const cslType = (type: string): string => byName.get(type) ?? 'document'

/** Whether a word behind `@` is an entry type, or one of BibTeX's commands. */
export const isKnownType = (type: string): boolean =>
  byName.has(type) || type === 'string' || type === 'comment' || type === 'preamble'
