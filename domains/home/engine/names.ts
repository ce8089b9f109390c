// Words people use for lists, animals, care and people, and the names they are kept under.
import type { Message } from '../../../core/messages.ts'
import { holdsWords } from '../../../core/words.ts'
import type { MemberRow } from '../repository/household.ts'
import { keyOf } from '../service.ts'

const DEFAULT_LIST = 'shopping'
const SHOPPING =
  /^(?:shopping|shopping list|shop|store|grocer(?:y|ies)(?: list)?|(?:список |лист )?покуп\p{L}*|магазин\p{L}*|продукт\p{L}*)$/u

/** The shopping list has many names; any other list keeps its own. */
export const listNamed = (said: string | undefined): { list: string; listKey: string } => {
  const plain = (said ?? DEFAULT_LIST).trim().toLowerCase()
  if (SHOPPING.test(plain)) return { list: DEFAULT_LIST, listKey: DEFAULT_LIST }
  return { list: (said ?? '').trim(), listKey: keyOf(plain) }
}
export const tellListName = (list: string): Message => ({ key: 'home.list_name', params: { list } })

const found = (table: Readonly<Record<string, RegExp>>, said: string): string => {
  const plain = said.trim().toLowerCase().replaceAll('ё', 'е')
  if (Object.hasOwn(table, plain)) return plain
  return Object.entries(table).find(([, words]) => words.test(plain))?.[0] ?? said.trim()
}

const SPECIES: Readonly<Record<string, RegExp>> = {
  dog: /(?<!\p{L})(?:собак\p{L}*|собач\p{L}*|пес|пс[ауе]|псом|щен\p{L}*|dogs?|pupp(?:y|ies)|hounds?)(?!\p{L})/u,
  cat: /(?<!\p{L})(?:кош\p{L}*|кот(?:а|у|е|ом|ы|ик\p{L}*|ен\p{L}*|ят\p{L}*)?|cats?|kitt(?:en|y|ies)s?)(?!\p{L})/u,
  rabbit: /(?<!\p{L})(?:кролик\p{L}*|кролич\p{L}*|rabbits?|bunn(?:y|ies))(?!\p{L})/u,
  guinea_pig: /(?<!\p{L})(?:морск\p{L}+ свин\p{L}+|guinea pigs?|cav(?:y|ies))(?!\p{L})/u,
  hamster: /(?<!\p{L})(?:хомяк\p{L}*|хомяч\p{L}*|hamsters?)(?!\p{L})/u,
  bird: /(?<!\p{L})(?:птиц\p{L}*|птич\p{L}*|попуга\p{L}*|канарейк\p{L}*|birds?|parrots?|budg(?:ie|ies|erigars?)|canar(?:y|ies))(?!\p{L})/u,
  ferret: /(?<!\p{L})(?:хор(?:ек|ьк\p{L}*)|ferrets?)(?!\p{L})/u,
  horse: /(?<!\p{L})(?:лошад\p{L}*|кон(?:ь|я|ю|ем)|пони|horses?|pon(?:y|ies))(?!\p{L})/u,
  rat: /(?<!\p{L})(?:крыс\p{L}*|rats?)(?!\p{L})/u,
  fish: /(?<!\p{L})(?:рыб\p{L}*|fish(?:es)?)(?!\p{L})/u,
  turtle: /(?<!\p{L})(?:черепах\p{L}*|turtles?|tortoises?)(?!\p{L})/u,
}
/** The species a word means; an animal not in the table keeps the word. */
export const speciesNamed = (said: string): string => found(SPECIES, said)

const CARE: Readonly<Record<string, { words: RegExp; ru: string; en: string }>> = {
  vaccination: {
    words: /привив|привит|вакцин|vaccin|(?<!\p{L})(?:shot|jab)s?(?!\p{L})/u,
    ru: 'прививка',
    en: 'vaccination',
  },
  deworming: { words: /глист|дегельминт|паразит|dewor|worm/u, ru: 'обработка от глистов', en: 'deworming' },
  flea_treatment: { words: /блох|клещ|flea|tick/u, ru: 'обработка от блох и клещей', en: 'flea and tick treatment' },
  nails: { words: /когт|nail|claw/u, ru: 'стрижка когтей', en: 'nail trim' },
  grooming: {
    words: /груминг|стриж|подстр|вычес|расчес|купа|помы|мыть|groom|brush|bath|haircut/u,
    ru: 'уход за шерстью',
    en: 'grooming',
  },
  walk: { words: /гуля|прогул|выгул|walk/u, ru: 'прогулка', en: 'walk' },
  feeding: { words: /корм|feed|(?<!\p{L})fed(?!\p{L})|meal/u, ru: 'кормление', en: 'feeding' },
  litter: { words: /лот[ок]|наполнител|туалет|litter/u, ru: 'лоток', en: 'litter box' },
  medication: { words: /лекарств|таблетк|капли|укол|medic|pill|tablet|drops/u, ru: 'лекарство', en: 'medication' },
  weighing: { words: /взвес|weigh/u, ru: 'взвешивание', en: 'weighing' },
  vet_visit: {
    words: /ветеринар|ветклин|врач|осмотр|(?<!\p{L})vet(?!\p{L})|veterin|check-?up/u,
    ru: 'визит к ветеринару',
    en: 'vet visit',
  },
}
const CARE_WORDS = Object.fromEntries(Object.entries(CARE).map(([kind, { words }]) => [kind, words]))
export const careNamed = (said: string): string => found(CARE_WORDS, said)
/** What a kind of care is called; one that is not in the table keeps its words. */
export const careTitle = (kind: string): { ru: string; en: string } => {
  const known = Object.hasOwn(CARE, kind) ? CARE[kind] : undefined
  return { ru: known?.ru ?? kind, en: known?.en ?? kind }
}
export const tellCare = (kind: string): Message => ({ key: 'home.bilingual', params: careTitle(kind) })
export const tellSpecies = (species: string): Message => ({ key: 'home.species', params: { species } })

const MYSELF = /^(?:я|мне|меня|мной|мой|me|myself|i|mine)$/u

/** Who is meant by an assignee: a member by name, the person, or just a name. */
export const assigneeNamed = (
  said: string | null | undefined,
  members: readonly MemberRow[],
  me: { id: string; displayName: string | null },
): { assignee: string | null; assigneeId: string | null } => {
  if (said == null) return { assignee: null, assigneeId: null }
  if (MYSELF.test(said.trim().toLowerCase())) return { assignee: me.displayName ?? said, assigneeId: me.id }
  const [member, second] = members.filter(({ name }) => name !== null && holdsWords(name, said))
  if (!member || second) return { assignee: said, assigneeId: null }
  return { assignee: member.name, assigneeId: member.userId }
}
