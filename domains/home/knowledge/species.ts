/** Species with their names, and words of a question about a pet that name no food. */
import type { Named } from '../engine/assess-names.ts'
import type { Species } from '../engine/assess-types.ts'

const kind = (
  species: Species,
  ru: string,
  en: string,
  aliases: string,
  id: string = species,
): Named & { species: Species } => ({
  id,
  species,
  name: { ru, en },
  aliases: aliases.split(',').map((one) => one.trim()),
})

export const speciesNames: readonly (Named & { species: Species })[] = [
  kind(
    'dog',
    'собака',
    'dog',
    'пёс, пса, псу, псом, псы, псина, собачка, собачек, щенок, щеночек, щенята, дворняга, лабрадор, такса, овчарка, корги, шпиц, йорк, йоркширский терьер, хаски, пудель, чихуахуа, мопс, бульдог, puppy, pup, doggy, hound, labrador, dachshund, poodle, canine',
  ),
  kind(
    'cat',
    'кошка',
    'cat',
    'кот, котик, котёнок, котята, котейка, кошечка, киса, мейн-кун, британская кошка, kitten, kitty, feline, maine coon, tomcat',
  ),
  kind('rabbit', 'кролик', 'rabbit', 'крольчиха, крольчонок, кроля, bunny, bunnies'),
  kind('guinea_pig', 'морская свинка', 'guinea pig', 'свинка морская, морские свинки, морских свинок, cavy, cavies'),
  kind(
    'hamster',
    'хомяк',
    'hamster',
    'хомячок, хомка, хома, джунгарик, джунгарский хомяк, сирийский хомяк, dwarf hamster',
  ),
  kind(
    'bird',
    'попугай',
    'parrot',
    'попугая, попугаю, попугаем, попугае, попугаи, попугаев, попугайчик, птица, птичка, птичек, канарейка, канареек, волнистый попугай, волнистый попугайчик, волнистик, корелла, жако, ара, какаду, неразлучник, амадина, bird, budgie, budgerigar, cockatiel, canary, canaries, finch, macaw, cockatoo, lovebird, conure, parakeet, african grey',
  ),
  kind('ferret', 'хорёк', 'ferret', 'хорька, хорьку, хорьком, хорьки, хорьков, фретка, хорь'),
  kind(
    'horse',
    'лошадь',
    'horse',
    'конь, коня, коню, пони, жеребец, жеребца, жеребёнок, кобыла, мерин, pony, ponies, mare, foal, stallion, equine',
  ),
]

/** Words that change nothing in the verdict: who, verbs of eating, amounts, mild preparation. */
export const petNeutralWords: readonly string[] = [
  'собака пёс пса псу щенок кошка кот котёнок котику котик кролик хомяк попугай попугаю хорёк лошадь питомец животное dog puppy cat kitten rabbit hamster parrot bird ferret horse pet',
  'мой моя моё моей моему моего мою моих наш наша нашей нашему он она ему ей my our his her he she it the a an its',
  'можно ли нельзя дать давать дай даёт дали съел съела съели съесть ест ел ела ели есть кушать скушал скушала поел сожрал сожрала слопал погрыз погрызла лизнул лизнула нашёл нашла проглотил проглотила выпил выпила можно',
  'can could may eat eats ate eaten eating give gave given have has had chewed licked swallowed drank feed fed some any is are was',
  'и или а с со у в на из для от по под к за не and or with of for to in on from',
  'немного чуть чуточку кусочек кусок кусочка куска долька дольку ломтик штука штуку штук пара пару горсть ложка ложку чайная столовая грамм граммов г кг мг мл литр таблетка таблетку капля капли веточка листик ягодка ягода ягоды половина целый целая весь',
  'little bit piece pieces slice slices handful spoon teaspoon tablespoon gram grams g kg mg ml oz ounce tablet pill drop drops few two one half whole small',
  'варёный варёная варёное отварной отварная свежий свежая свежее спелый обычный обычная простой простая чистый маленький маленькая чуть-чуть домашний домашняя',
  'лист листик листья лист цветок цветы растение leaf leaves flower flowers plant plants',
  'cooked boiled steamed fresh ripe plain ordinary pure homemade',
]
