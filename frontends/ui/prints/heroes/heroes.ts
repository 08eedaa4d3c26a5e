/** What pages know of the heroes; the files are beside: `NAME.svg`, and `NAME-narrow.svg` for phones. */
export const heroSize = { width: 1600, height: 830 } as const
export const narrowHeroSize = { width: 800, height: 720 } as const
