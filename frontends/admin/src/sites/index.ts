export { PublicLink, portalAddress } from './public-link.tsx'
export { useSiteName, useSites } from './use-sites.ts'
