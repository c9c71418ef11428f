import type { TextDocument } from 'vscode'

/** The languages of drafts, wherever their files are: on a disk, unsaved, in a repository in the cloud. */
export const DRAFTS = [{ language: 'markdown' }, { language: 'plaintext' }]

/** Bibliographies that the server hears of as they are open. Those of other kinds it asks for by their names. */
export const BIBLIOGRAPHIES = [{ pattern: '**/*.{bib,bibtex}' }]

export const isDraft = ({ languageId }: TextDocument): boolean => DRAFTS.some(({ language }) => language === languageId)
