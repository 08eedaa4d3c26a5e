// `npm run mail -w @pmq/ui`: prints the pictures that every mail shows, at twice the size at which they are shown. They
// are committed, since mails that were sent years ago still ask for them under the same names.
import { writeFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { markSvg } from '../marks/marks.ts'
import { siteNames } from '../marks/outputs.ts'
import { carvedBand } from '../prints/bands/carved-band.ts'
import { colours, siteInks } from '../tokens/tokens.ts'

const save = async (name: string, picture: Sharp) =>
  writeFile(
    new URL(`pictures/${name}.png`, import.meta.url),
    await picture.png({ palette: true, colours: 16, compressionLevel: 9 }).toBuffer(),
  )

for (const site of siteNames) {
  const ink = siteInks[site]
  // On the flat at the head of the mail, in the one ink that is printed over it.
  await save(
    `mark-${site}`,
    sharp(Buffer.from(markSvg(site, colours.day[`on-${ink}`])), { density: 600 }).resize(116, 116),
  )
  // The flat's lower edge: the last millimetres of the band, and what the gouge left below.
  const band = sharp(Buffer.from(carvedBand(colours.day[ink], site)))
  await save(`edge-${site}`, sharp(await band.extract({ left: 0, top: 136, width: 1200, height: 46 }).png().toBuffer()))
}
