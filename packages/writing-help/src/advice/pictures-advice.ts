import { counted } from '@pmq/french'
import { type BodyNode, visit } from '../text/body-node.ts'
import { type Advice, adviceOf } from './advice.ts'

const alternatives = adviceOf('pictures.alternative', 'body')

/** Has each picture a text for those who do not see it? Pictures said to be decorative (`decorative: true`) need none. */
export function picturesAdvice(body: BodyNode): Advice[] {
  let pictures = 0
  let silent = 0
  const look = ({ attrs }: BodyNode) => {
    pictures += 1
    const says = typeof attrs?.alt === 'string' && attrs.alt.trim() !== ''
    if (!says && attrs?.decorative !== true) silent += 1
  }
  visit(body, { image: look, photo: look })
  if (pictures === 0) return []
  if (silent === 0) return alternatives.fine('Chaque image a un texte pour ceux qui ne la voient pas.')
  return alternatives.toFix(
    `${counted(silent, 'image n’a pas', 'images n’ont pas')} de texte de remplacement, sur ${pictures}.`,
    'Dites en une phrase ce que l’on y voit, comme au téléphone\u00a0; ou indiquez que l’image est décorative.',
  )
}
