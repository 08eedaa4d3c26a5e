declare module 'snowball-stemmers' {
  const stemmers: { newStemmer(language: 'french'): { stem(word: string): string } }
  export default stemmers
}
