export { PublicLink } from './public-link.tsx'
export { useSiteName, useSites } from './use-sites.ts'
