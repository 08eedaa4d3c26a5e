/** Short names of the sites, for labels. */
export const siteNames: Record<string, string> = {
  portal: 'Pays Midi-Quercy',
  heritage: 'Patrimoine',
  scic: 'Énergies citoyennes',
  produits: 'Produits',
}
