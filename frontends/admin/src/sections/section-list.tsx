import { Button } from '@mui/material'
import type { SectionView } from '@pmq/contracts/content'
import { LinkBase, useGetList, useStore } from 'react-admin'
import { PageHead } from '../layout/index.ts'
import { ListError } from '../layout/list-page.tsx'
import { useMay } from '../session/index.ts'
import { PublicLink, useSites } from '../sites/index.ts'
import { type SectionBranch, treeOf } from './tree.ts'

/** The tree of one site at a time; the choice is remembered. */
export const SectionList = () => {
  const mayEdit = useMay('edit', 'sections')
  const sites = useSites()
  const [site, setSite] = useStore<string>('sections.site', 'portal')
  const { data, error, isPending, refetch } = useGetList<SectionView>(
    'sections',
    { filter: { site }, pagination: { page: 1, perPage: 5_000 } },
    { retry: false },
  )
  return (
    <>
      <PageHead
        title="Rubriques"
        lead="Le menu, le fil d’Ariane, le pied de page et le plan de chaque site suivent cet arbre."
        actions={
          <>
            <PublicLink site={site} path="/plan-du-site">
              Voir le plan du site
            </PublicLink>
            {mayEdit && (
              <Button variant="contained" component={LinkBase} to={`/sections/create?site=${site}`}>
                Ajouter une rubrique
              </Button>
            )}
          </>
        }
      />
      <fieldset className="views" aria-label="Site">
        {sites.map(({ id, name }) => (
          <button key={id} type="button" aria-pressed={id === site} onClick={() => setSite(id)}>
            {name}
          </button>
        ))}
      </fieldset>
      {error && <ListError message={error.message} retry={() => void refetch()} />}
      {isPending && <p role="status">Chargement…</p>}
      {data && data.length === 0 && <p>Ce site n’a pas encore de rubrique.</p>}
      {data && data.length > 0 && <Branches branches={treeOf(data)} level={0} mayEdit={mayEdit} />}
    </>
  )
}

type BranchesProps = { branches: readonly SectionBranch[]; level: number; mayEdit: boolean }

const Branches = ({ branches, level, mayEdit }: BranchesProps) => (
  <ul className={`tree plain-list level-${level}`}>
    {branches.map((section) => (
      <li key={section.id}>
        <div className="tree-row">
          <span className={level === 0 ? 'tree-name top' : 'tree-name'}>
            {mayEdit ? <LinkBase to={`/sections/${section.id}`}>{section.title}</LinkBase> : section.title}
          </span>
          <code>{section.path}</code>
          <span className="quiet small">{placesOf(section)}</span>
          {mayEdit && (
            <LinkBase className="tree-add" to={`/sections/create?site=${section.site}&parent=${section.id}`}>
              Ajouter dessous<span className="unseen"> {section.title}</span>
            </LinkBase>
          )}
        </div>
        {section.children.length > 0 && <Branches branches={section.children} level={level + 1} mayEdit={mayEdit} />}
      </li>
    ))}
  </ul>
)

const placesOf = ({ inMenu, inFooter }: SectionView): string =>
  [inMenu ? 'menu' : 'hors menu', inFooter ? 'pied de page' : undefined].filter(Boolean).join(', ')
