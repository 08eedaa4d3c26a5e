/** Pages of the charter that show no component. */
export const foundations = [
  {
    title: 'Encres et contrastes',
    path: '/charte/encres',
    about: 'Six encres, leurs quatre feuilles, les contrastes mesurés.',
  },
  {
    title: 'Lettres, espaces, découpes',
    path: '/charte/mesures',
    about: 'Deux caractères, dix tailles, des bords taillés.',
  },
  { title: 'Marques et dessins', path: '/charte/dessins', about: 'La feuille de chêne et l’eau, les imprimés.' },
]
