import sharp from 'sharp'

/** Cells across, whatever the size of the picture: some ten pixels of the page each. */
const across = 90
/** Of 255. Letters that are drawn a little differently change the mean of a cell by less. */
const tolerated = 26

/**
 * How much of two pictures differs, seen from afar: both are brought down to cells, whose colours are compared.
 * @returns the share of cells that differ, from 0 to 1, and where the first is, in cells
 */
export async function likeness(one: Buffer, other: Buffer): Promise<{ differing: number; seen: string }> {
  const { width = 1, height = 1 } = await sharp(other).metadata()
  const down = Math.max(1, Math.round((across * height) / width))
  const cells = (png: Buffer) =>
    sharp(png).flatten().toColourspace('srgb').resize(across, down, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer()
  const [a, b] = await Promise.all([cells(one), cells(other)])
  let differing = 0
  let seen = 'nowhere'
  for (let cell = 0; cell < across * down; cell += 1) {
    const apart = [0, 1, 2].some(
      (channel) => Math.abs((a[3 * cell + channel] ?? 0) - (b[3 * cell + channel] ?? 0)) > tolerated,
    )
    if (!apart) continue
    if (differing === 0) seen = `column ${cell % across}, row ${Math.floor(cell / across)}`
    differing += 1
  }
  return { differing: differing / (across * down), seen }
}
