import { counted } from '@pmq/french'
import { type BodyNode, visit } from '../text/body-node.ts'
import { type Advice, adviceOf } from './advice.ts'

const headers = adviceOf('tables.header', 'body')

/** Has each table a row or a column of headers, without which its cells mean nothing to who listens to them? */
export function tablesAdvice(body: BodyNode): Advice[] {
  const tables: BodyNode[] = []
  visit(body, { table: (table) => void tables.push(table) })
  const bare = tables.filter((table) => !hasHeaders(table)).length
  if (tables.length === 0) return []
  if (bare === 0) return headers.fine('Chaque tableau a ses en-têtes.')
  return headers.toFix(
    `${counted(bare, 'tableau n’a pas', 'tableaux n’ont pas')} d’en-têtes, sur ${tables.length}.`,
    'Faites de la première ligne, ou de la première colonne, une ligne d’en-têtes.',
  )
}

const isHeader = (cell: BodyNode | undefined) => cell?.type === 'tableHeader'

function hasHeaders({ content: rows = [] }: BodyNode): boolean {
  const firstRow = rows[0]?.content ?? []
  return (firstRow.length > 0 && firstRow.every(isHeader)) || rows.every((row) => isHeader(row.content?.[0]))
}
