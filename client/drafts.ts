/** The languages of drafts, wherever their files are: on a disk, unsaved, in a repository in the cloud. */
export const DRAFTS = [{ language: 'markdown' }, { language: 'plaintext' }]
