/** A feature of MongoDB that a stand-in for it does worse, mostly in silence: what was proved there would not be proved. */
type WeakFeature = {
  name: string
  /** How it looks in source text, comments taken out. */
  source: RegExp
  /** How it looks in a command on its way to the server; absent where it does not show there. */
  sent?: (command: Command, commandName: string) => boolean
}
type Command = Record<string, unknown>

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
/** Whether any pair of key and value, however deep, is like this. */
const some = (value: unknown, like: (key: string, value: unknown) => boolean): boolean =>
  isObject(value) && Object.entries(value).some(([key, inner]) => like(key, inner) || some(inner, like))
const named = (names: RegExp) => (command: Command) => some(command, (key) => names.test(key))
const hasDottedKey = (value: unknown) => isObject(value) && Object.keys(value).some((key) => key.includes('.'))
const comparison = /^\$(gte?|lte?)$/
const filtersOf = ({ filter, query, updates, deletes, pipeline }: Command): unknown[] => [
  filter,
  query,
  ...[updates, deletes].flat().map((one) => (isObject(one) ? one.q : undefined)),
  ...[pipeline].flat().map((stage) => (isObject(stage) ? stage.$match : undefined)),
]
const isStage = (stages: string[]) => (command: Command) =>
  some(command.pipeline, (key, value) => stages.includes(key) && hasDottedKey(value))

export const weakFeatures: readonly WeakFeature[] = [
  {
    name: 'partial index (its filter is ignored)',
    source: /\bpartialFilterExpression\b/,
    sent: named(/^partialFilterExpression$/),
  },
  { name: 'TTL index (nothing is deleted)', source: /\bexpireAfterSeconds\b/, sent: named(/^expireAfterSeconds$/) },
  { name: 'collation (ignored)', source: /\bcollation\s*[:(]/, sent: named(/^collation$/) },
  {
    name: 'validator of a collection (ignored)',
    source: /\$jsonSchema\b|\bvalidator\s*:|\bvalidationLevel\b/,
    sent: named(/^(\$jsonSchema|validator)$/),
  },
  { name: '$text (not there)', source: /\$text\b|['"]text['"]\s*[,}]?\s*\/\*\s*index/, sent: named(/^\$text$/) },
  {
    name: 'geographic operator (not there)',
    source: /\$(geoNear|near|nearSphere|geoWithin|geoIntersects)\b|\b2dsphere\b/,
    sent: named(/^\$(geoNear|near|nearSphere|geoWithin|geoIntersects)$/),
  },
  {
    name: 'change stream (not there)',
    source: /\$changeStream\b|\b(model|collection|connection|database|db)s?\.watch\(/i,
    sent: named(/^\$changeStream$/),
  },
  {
    name: 'transaction or session (not there)',
    source: /\b(startSession|startTransaction|withTransaction|withSession)\b/,
    sent: (command, name) =>
      'startTransaction' in command || 'autocommit' in command || /^(commit|abort)Transaction$/.test(name),
  },
  { name: 'insertedCount of a bulkWrite that failed (counts attempts)', source: /\binsertedCount\b/ },
  { name: 'keyPattern of a duplicate (not told)', source: /\bkeyPattern\b/ },
  {
    name: 'dotted path in $project (differs through arrays)',
    source: /\$project\s*:\s*\{[^}]*['"][\w$]+\.[\w.$]+['"]\s*:/,
    sent: isStage(['$project']),
  },
  {
    name: 'dotted path in $addFields (differs)',
    source: /\$addFields\s*:\s*\{[^}]*['"][\w$]+\.[\w.$]+['"]\s*:/,
    sent: isStage(['$addFields']),
  },
  {
    name: '$not around a comparison (differs over arrays)',
    source: /\$not\s*:\s*\{\s*['"]?\$(gte?|lte?)\b/,
    sent: (command) =>
      some(
        command,
        (key, value) => key === '$not' && isObject(value) && Object.keys(value).some((op) => comparison.test(op)),
      ),
  },
  {
    name: "'a.b': null (differs over arrays of scalars)",
    source: /['"]\w+\.[\w.]+['"]\s*:\s*(null\b|\{\s*\$eq\s*:\s*null\b)/,
    sent: (command) =>
      filtersOf(command).some((filter) => some(filter, (key, value) => key.includes('.') && value === null)),
  },
]

/** The weak features that a source text uses. */
export function weakFeaturesIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
  return weakFeatures.filter((feature) => feature.source.test(code)).map(({ name }) => name)
}

/** The weak features that a command asks of the server. */
export function weakFeaturesSent(commandName: string, command: Command): string[] {
  return weakFeatures.filter((feature) => feature.sent?.(command, commandName)).map(({ name }) => name)
}
