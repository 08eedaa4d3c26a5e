export { type Site, siteHosts, sites, siteUrls } from './sites.ts'
