const words = ['', 'Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix']

/** `Deux réponses sont à corriger` */
export const titleOf = (count: number) =>
  count === 1 ? 'Une réponse est à corriger' : `${words[count] ?? count} réponses sont à corriger`
