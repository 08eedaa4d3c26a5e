// `npm run bootstrap -- [NAME…] [--demo]`: prepares the engines that the environment names: topics, search indexes, bucket, realm.
// Nothing that people put there is touched; it may be run at every deployment.
import { parseArgs } from 'node:util'
import { prepare } from './bootstrap/prepare.ts'
import { type BootstrapName, type BootstrapSettings, bootstrapNames, bootstrapSettings } from './bootstrap/settings.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { demo: { type: 'boolean', default: false } },
})
const names = positionals.length > 0 ? (positionals as BootstrapName[]) : bootstrapNames
try {
  const unknown = names.filter((name) => !bootstrapNames.includes(name))
  if (unknown.length > 0) {
    throw new Error(`There is nothing to prepare for ${unknown.join(', ')}; names are ${bootstrapNames.join(', ')}.`)
  }
  const settings = bootstrapSettings(names, process.env)
  for (const name of names) console.log(`${name}: ${await run(name, settings)}`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

function run<Name extends BootstrapName>(name: Name, settings: Partial<BootstrapSettings>): Promise<string> {
  const mine = settings[name]
  if (!mine) throw new Error(`There are no settings for ${name}.`)
  return prepare[name](mine, { env: process.env, demo: values.demo })
}
