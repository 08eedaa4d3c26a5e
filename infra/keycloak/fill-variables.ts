/**
 * Puts values in the place of `${NAME}` and `${NAME:default}`, as Keycloak's own import does. An empty value counts as
 * absent. A name in lower case is Keycloak's own (a text of its pages) and stays.
 * @throws Error that lists every variable that has neither a value nor a default
 */
export function fillVariables(text: string, env: Record<string, string | undefined>): string {
  const missing = new Set<string>()
  const filled = text.replace(/\$\{([A-Z][A-Z0-9_]*)(?::([^}]*))?\}/g, (_, name: string, byDefault?: string) => {
    const value = env[name] || byDefault
    if (value === undefined) missing.add(name)
    return JSON.stringify(value ?? '').slice(1, -1) // it stands inside a string of JSON
  })
  if (missing.size > 0) throw new Error(`The realm needs these settings: ${[...missing].join(', ')}.`)
  return filled
}
