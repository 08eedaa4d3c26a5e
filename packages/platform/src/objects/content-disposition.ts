/** Characters that RFC 8187 lets stand in an encoded name. */
const encode = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * The header that makes a browser save a file under a name, whatever the name holds: an ASCII name for old
 * programs, and the true one (RFC 6266, RFC 8187).
 */
export function attachmentDisposition(fileName: string): string {
  const name =
    fileName
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '_')
      .slice(0, 150)
      .trim() || 'fichier'
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^\x20-\x7e]|["%]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encode(name.toWellFormed())}`
}
