const vowels = 'aeiouyàâäéèêëîïôöùûüÿœæ'
const vowelGroups = new RegExp(`[${vowels}]+`, 'g')

/** Nouns, adjectives and adverbs whose final « -ent » is heard, besides « -ment »; elsewhere it is the mute ending of a verb. */
const heard = new Set(
  `absent accent accident adhérent adjacent adolescent agent apparent argent auvent cent client cohérent compétent
  concurrent confluent conséquent content contient continent contingent convient couvent décent dent détient devient différent diligent
  dissident divergent efficient émergent éminent équivalent évident excellent expédient fervent fréquent imminent impatient imprudent
  incident indigent indulgent influent innocent insolent intelligent intervient lent maintient mécontent obtient occident
  orient parent parvient patient permanent pertinent précédent présent président prévient prudent récent récipient référent régent
  résident revient sergent serpent souvent souvient talent torrent transparent trident turbulent urgent vent vient violent virulent`.split(
    /\s+/,
  ),
)
/** Verbs in « -ment » of everyday writing: « ils forment » is mute, « un moment » is not. */
const muteVerb =
  /^(?:ai|ani|confir|affir|fer|for|transfor|infor|consom|nom|som|esti|expri|impri|suppri|résu|assu|allu|accla|récla|progra)m{1,2}ent$/

/**
 * The syllables one hears in a French word, counted from its spelling: groups of vowels, without the mute final « e »
 * (-e, -es, -ent of verbs). « nation » has two: what a diaeresis would add in verse is not counted. Digits count one each;
 * a word has at least one. An approximation, checked on the words of its tests.
 */
export function syllablesIn(word: string): number {
  return word
    .toLowerCase()
    .normalize('NFC')
    .split(/(?<=[’'])|-/)
    .map((part) => (/^[a-z]{1,2}[’']$/.test(part) ? 0 : syllablesOfPart(part)))
    .reduce((total, count) => total + count, 0)
}

function syllablesOfPart(part: string): number {
  const digits = part.match(/\d/g)?.length ?? 0
  const letters = part.replace(/[^\p{L}]/gu, '')
  if (letters === '') return digits
  const sounded = withHiatus(withoutMuteEnd(letters.replace(/qu/g, 'q').replace(/gu(?=[eiéèêëy])/g, 'g')))
  return digits + Math.max(1, sounded.match(vowelGroups)?.length ?? 0)
}

function withoutMuteEnd(word: string): string {
  if (!word.endsWith('ent')) return word.replace(/es?$/, '')
  const isHeard = heard.has(word.replace(/q/g, 'qu')) || (word.endsWith('ment') && !muteVerb.test(word))
  return isHeard ? word : word.replace(/ent$/, '')
}

const yBetweenVowels = new RegExp(`(?<=[${vowels}])y(?=[${vowels}])`, 'g')
const vowelAfterAcute = new RegExp(`é(?=[${vowels}])`, 'g')
const diaeresis = new RegExp(`(?<=[${vowels}])(?=[ïëü])|ï(?=[aeiou])`, 'g')

/** Puts a bar where two vowels side by side are said apart, and in the place of a « y » that is a consonant. */
function withHiatus(word: string): string {
  return word
    .replace(/^(pa(?=ys)|abba)y/, '$1|i')
    .replace(yBetweenVowels, '|')
    .replace(vowelAfterAcute, 'é|')
    .replace(/(?<=[aoé])(?=[éè])/g, '|')
    .replace(diaeresis, (found) => `${found}|`)
    .replace(/^co(?=o|a[^u]|ex)/, 'co|')
    .replace(/(?<!^[pft])ao(?![uû]|n$|ns$)/, 'a|o')
    .replace(/(?<=[bcdfgptv][lr](?:i|u|ou))(?=[aeéèo])/, '|')
}
