import qrcode from 'qrcode-generator'

const quiet = 2

/**
 * A QR code as an SVG file, its modules merged into one path, quiet zone included.
 * @param text an address, at most some 2 000 characters
 */
export function qrCode(text: string, ink = '#000000'): string {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      const start = column
      while (column < count && code.isDark(row, column)) column += 1
      const length = column - start
      if (length > 0) path += `M${start + quiet} ${row + quiet}h${length}v1h-${length}z`
    }
  }
  const side = count + 2 * quiet
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="${ink}" d="${path}"/></svg>`
}
