// The Astro command line, with its telemetry off wherever and by whomever it is started.
process.env.ASTRO_TELEMETRY_DISABLED = '1'
await import(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')).href)
