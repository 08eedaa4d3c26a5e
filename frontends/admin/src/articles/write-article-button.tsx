import { Button } from '@mui/material'
import { LinkBase, useCanAccess } from 'react-admin'
import { Icon } from '../layout/index.ts'

export const WriteArticleButton = () => {
  const { canAccess } = useCanAccess({ resource: 'articles', action: 'create' })
  return canAccess ? (
    <Button variant="contained" component={LinkBase} to="/articles/create" startIcon={<Icon name="plus" />}>
      Écrire un article
    </Button>
  ) : null
}
