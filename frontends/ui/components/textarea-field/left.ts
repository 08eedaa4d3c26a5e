const characters = (count: number) => `${count}\u00a0caractère${count > 1 ? 's' : ''}`

/** What is left to type, or what is too much, in French. */
export function left(typed: number, limit: number): string {
  return typed <= limit ? `Il vous reste ${characters(limit - typed)}.` : `${characters(typed - limit)} de trop.`
}
