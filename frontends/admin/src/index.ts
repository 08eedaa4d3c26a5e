/** The built back office, to be served at `/admin/` (README.md, "Served by the gateway"). Ends with a slash. */
export const adminFiles = new URL('../dist/', import.meta.url)
