/**
 * Foods that menus are made of, per 100 g as eaten: kcal, protein, fat, carbohydrates with fibre, and fibre, g.
 * Source: USDA FoodData Central, SR Legacy; tvorog, which America does not eat, from Russian labels.
 */
import { rows } from './rows.ts'
import { type Food, type FoodBan, type FoodKind, listed } from './shapes.ts'

// id | Russian names, the first is said | English names | kcal protein fat carbs fibre | allergens, `:may` for traces | kinds, =substance of the checks, 50g a piece, @source
const grains = `
oats | овсяные хлопья, овсянка, геркулес | rolled oats, oatmeal | 379 13.15 6.52 67.7 10.1 | gluten | cereal
buckwheat | гречка варёная, гречиха, греча | cooked buckwheat | 92 3.38 0.62 19.94 2.7 | | cereal
rice | рис варёный | cooked rice | 130 2.69 0.28 28.17 0.4 | | cereal
brown_rice | бурый рис варёный | cooked brown rice | 123 2.74 0.97 25.58 1.6 | | cereal
pasta | макароны варёные, паста, спагетти | cooked pasta, spaghetti | 158 5.8 0.93 30.86 1.8 | gluten, egg:may | cereal
bulgur | булгур варёный | cooked bulgur | 83 3.08 0.24 18.58 4.5 | gluten | cereal
couscous | кускус готовый | cooked couscous | 112 3.79 0.16 23.22 1.4 | gluten | cereal
pearl_barley | перловка варёная, перловая крупа | cooked pearl barley | 123 2.26 0.44 28.22 3.8 | gluten | cereal
millet | пшено варёное, пшённая крупа | cooked millet | 119 3.51 1 23.67 1.3 | | cereal
quinoa | киноа варёная | cooked quinoa | 120 4.4 1.92 21.3 2.8 | | cereal
semolina | манная крупа, манка | semolina | 360 12.68 1.05 72.83 3.9 | gluten | cereal
cornmeal | кукурузная крупа, полента | cornmeal, polenta | 370 7.11 1.75 79.45 3.9 | | cereal corn
rye_bread | ржаной хлеб | rye bread | 259 8.5 3.3 48.3 5.8 | gluten, yeast, soy:may | cereal
white_bread | белый хлеб, батон | white bread | 266 8.85 3.33 49.42 2.7 | gluten, yeast, milk:may, soy:may, sesame:may | cereal
wholemeal_bread | цельнозерновой хлеб | wholemeal bread | 252 12.45 3.5 42.71 6 | gluten, yeast, milk:may, soy:may, sesame:may | cereal
crispbread | ржаные хлебцы | rye crispbread | 366 7.9 1.3 82.2 16.5 | gluten, sesame:may | cereal
pita | пита, лаваш | pita bread | 275 9.1 1.2 55.7 2.2 | gluten, yeast | cereal
rice_cakes | рисовые хлебцы | rice cakes | 387 8.2 2.8 81.5 4.2 | sesame:may | cereal
granola | гранола, мюсли | granola, muesli | 489 13.67 24.31 53.88 8.9 | gluten, tree_nuts, peanut:may, milk:may, soy:may, sesame:may, bee_products | cereal honey copper
pancakes | блины, оладьи | pancakes | 227 6.4 9.7 28.3 1 | gluten, egg, milk | cereal egg dairy =dairy
potato | картофель варёный, картошка | boiled potatoes | 86 1.71 0.1 20.01 1.8 | | nightshade
baked_potato | картофель запечённый, картошка | jacket potato, potatoes | 93 2.5 0.13 21.15 2.2 | | nightshade
sweet_potato | батат запечённый | baked sweet potato | 90 2.01 0.15 20.71 3.3 | |
`

const legumes = `
lentils | чечевица варёная | cooked lentils | 116 9.02 0.38 20.13 7.9 | legumes |
chickpeas | нут варёный | cooked chickpeas | 164 8.86 2.59 27.42 7.6 | chickpea |
kidney_beans | красная фасоль варёная | cooked kidney beans | 127 8.67 0.5 22.8 6.4 | legumes |
split_peas | горох варёный | cooked split peas | 118 8.34 0.39 21.1 8.3 | legumes |
baked_beans | фасоль в томате | baked beans | 94 4.75 0.37 21.14 4.1 | legumes | nightshade
green_peas | зелёный горошек | green peas | 78 5.15 0.27 14.26 4.5 | legumes |
hummus | хумус | hummus | 237 7.78 17.82 15 5.5 | chickpea, sesame |
tofu | тофу | tofu | 144 17.27 8.72 2.78 2.3 | soy, legumes | tyramine
soy_milk | соевое молоко | soya milk | 54 3.27 1.75 6.28 0.6 | soy, legumes | =soy_milk
peanut_butter | арахисовая паста | peanut butter | 598 22.21 51.36 22.31 5 | peanut, legumes, tree_nuts:may |
`

const meat = `
chicken_breast | куриная грудка, курица | chicken breast | 165 31.02 3.57 0 0 | | meat poultry
chicken_thigh | куриное бедро без кожи, курица | skinless chicken thigh | 179 24.76 8.15 0 0 | | meat poultry
turkey_breast | филе индейки, индейка | turkey breast | 147 30.13 2.08 0 0 | | meat poultry
turkey_mince | фарш индейки готовый, индейка | cooked turkey mince | 203 27.37 10.4 0 0 | | meat poultry
beef | говядина тушёная | braised beef | 212 33.36 7.67 0 0 | | meat red_meat
beef_mince | говяжий фарш готовый, говядина | cooked beef mince | 217 26.11 11.75 0 0 | | meat red_meat
lamb | баранина запечённая, ягнёнок | roast lamb | 191 28.3 7.74 0 0 | | meat red_meat
pork_loin | свинина запечённая | roast pork | 209 28.62 9.63 0 0 | | meat pork red_meat
pork_tenderloin | свиная вырезка запечённая, свинина | roast pork tenderloin | 143 26.17 3.51 0 0 | | meat pork red_meat
ham | ветчина, свинина | ham, pork | 163 16.6 8.6 3.83 1.3 | milk:may, soy:may, mustard:may | meat pork red_meat
`

const fish = `
salmon | лосось запечённый, сёмга | baked salmon | 206 22.1 12.35 0 0 | fish | fish
pink_salmon | горбуша запечённая | baked pink salmon | 153 24.58 5.28 0 0 | fish | fish
cod | треска запечённая | baked cod | 105 22.83 0.86 0 0 | fish | fish
pollock | минтай запечённый | baked pollock | 111 23.48 1.18 0 0 | fish | fish
haddock | пикша запечённая | baked haddock | 90 19.99 0.55 0 0 | fish | fish
zander | судак запечённый, щука | baked zander, pike | 119 24.54 1.56 0 0 | fish | fish
trout | форель запечённая | baked trout | 168 23.8 7.38 0 0 | fish | fish
mackerel | скумбрия запечённая | baked mackerel | 262 23.85 17.81 0 0 | fish | fish purine
herring | маринованная сельдь, селёдка | pickled herring | 262 14.19 18 9.64 0 | fish, mustard:may, sulphites:may | fish purine tyramine
tuna | тунец в собственном соку | tuna in water | 86 19.44 0.96 0 0 | fish, soy:may | fish
sardines | сардины в масле, шпроты | sardines in oil | 208 24.62 11.45 0 0 | fish | fish purine
shrimp | креветки варёные, морепродукты | boiled prawns, shrimp, seafood | 99 23.98 0.28 0.2 0 | crustaceans, sulphites:may | seafood purine copper
`

const dairy = `
egg | яйца | eggs | 155 12.58 10.61 1.12 0 | egg | egg 50g
milk | молоко 2% | semi-skimmed milk | 50 3.3 1.98 4.8 0 | milk | dairy =dairy
kefir | кефир | kefir | 41 3.79 0.93 4.48 0 | milk | dairy =dairy
yogurt | натуральный йогурт | plain yogurt | 61 3.47 3.25 4.66 0 | milk | dairy =dairy
greek_yogurt | греческий йогурт 2% | 2% Greek yogurt | 73 9.95 1.92 3.94 0 | milk | dairy =dairy
tvorog | творог 5% | 5% tvorog, curd cheese | 121 17.2 5 1.8 0 | milk | dairy @label_ru_foods =dairy
cottage_cheese | зернёный творог | cottage cheese | 81 10.45 2.27 4.76 0 | milk | dairy =dairy
sour_cream | сметана 20% | sour cream | 198 2.44 19.35 4.63 0 | milk | dairy =dairy
gouda | сыр | Gouda cheese | 356 24.94 27.44 2.22 0 | milk | dairy tyramine =dairy
cheddar | сыр чеддер | Cheddar cheese | 403 22.87 33.31 3.37 0 | milk | dairy tyramine =dairy
mozzarella | моцарелла | mozzarella | 254 24.26 15.92 2.77 0 | milk | dairy =dairy
feta | фета, брынза | feta | 265 14.21 21.49 3.88 0 | milk | dairy tyramine =dairy
butter | сливочное масло | butter | 717 0.85 81.11 0.06 0 | milk | dairy =dairy
`

const fats = `
sunflower_oil | подсолнечное масло | sunflower oil | 884 0 100 0 0 | asteraceae:may |
olive_oil | оливковое масло | olive oil | 884 0 100 0 0 | |
almonds | миндаль | almonds | 579 21.15 49.93 21.55 12.5 | tree_nuts, peanut:may | copper oxalate
walnuts | грецкие орехи | walnuts | 654 15.23 65.21 13.71 6.7 | tree_nuts, peanut:may | copper
hazelnuts | фундук | hazelnuts | 628 14.95 60.75 16.7 9.7 | tree_nuts, peanut:may | copper
cashews | кешью | cashews | 553 18.22 43.85 30.19 3.3 | tree_nuts, peanut:may | copper oxalate
sunflower_seeds | семена подсолнечника, семечки | sunflower seeds | 584 20.78 51.46 20 8.6 | asteraceae |
pumpkin_seeds | тыквенные семечки | pumpkin seeds | 559 30.23 49.05 10.71 6 | sesame:may |
`

const vegetables = `
beetroot | свёкла варёная | cooked beetroot | 44 1.68 0.18 9.96 2 | | oxalate =beet_juice
cabbage | капуста белокочанная | white cabbage | 25 1.28 0.1 5.8 2.5 | | crucifer
sauerkraut | квашеная капуста | sauerkraut | 19 0.91 0.14 4.28 2.9 | | crucifer tyramine
broccoli | брокколи | broccoli | 35 2.38 0.41 7.18 3.3 | | crucifer =leafy_greens_food
cauliflower | цветная капуста | cauliflower | 23 1.84 0.45 4.11 2.3 | | crucifer
spinach | шпинат | spinach | 23 2.86 0.39 3.63 2.2 | | oxalate =leafy_greens_food
lettuce | листовой салат | lettuce | 15 1.36 0.15 2.87 1.3 | asteraceae | =leafy_greens_food
carrot | морковь | carrots | 41 0.93 0.24 9.58 2.8 | |
tomato | помидоры, томаты | tomatoes | 18 0.88 0.2 3.89 1.2 | | nightshade
tomato_sauce | томатный соус, помидоры, томаты | tomato sauce | 24 1.2 0.3 5.31 1.5 | | nightshade
cucumber | огурцы | cucumber | 15 0.65 0.11 3.63 0.5 | |
pickle | солёные огурцы | pickled cucumbers | 12 0.5 0.3 2.41 1 | mustard:may, celery:may |
pepper | болгарский перец | red pepper, bell pepper | 26 0.99 0.3 6.03 2.1 | | nightshade
aubergine | баклажаны тушёные | stewed aubergine, eggplant | 35 0.83 0.23 8.73 2.5 | | nightshade
courgette | кабачки тушёные | stewed courgettes, zucchini | 15 1.14 0.36 2.69 1 | |
green_beans | стручковая фасоль | green beans | 35 1.89 0.28 7.88 3.2 | legumes |
mixed_vegetables | овощная смесь | mixed vegetables | 65 2.86 0.15 13.09 4.4 | legumes | corn
sweetcorn | кукуруза | sweetcorn | 96 3.41 1.5 20.98 2.4 | | corn
onion | лук | onions | 40 1.1 0.1 9.34 1.7 | |
mushrooms | шампиньоны, грибы | mushrooms | 28 2.17 0.47 5.29 2.2 | | copper
pumpkin | тыква запечённая | baked pumpkin | 20 0.72 0.07 4.9 1.1 | |
radish | редис | radishes | 16 0.68 0.1 3.4 1.6 | | crucifer
avocado | авокадо | avocado | 160 2 14.66 8.53 6.7 | latex:may | fruit
`

const fruit = `
apple | яблоко | apple | 52 0.26 0.17 13.81 2.4 | | fruit
banana | банан | banana | 89 1.09 0.33 22.84 2.6 | latex:may | fruit
orange | апельсин | orange | 47 0.94 0.12 11.75 2.4 | | fruit citrus
tangerine | мандарины | tangerines | 53 0.81 0.31 13.34 1.8 | | fruit citrus
grapefruit | грейпфрут | grapefruit | 42 0.77 0.14 10.66 1.6 | | fruit citrus =grapefruit
pear | груша | pear | 57 0.36 0.14 15.23 3.1 | | fruit
grapes | виноград | grapes | 69 0.72 0.16 18.1 0.9 | | fruit
kiwi | киви | kiwi fruit | 61 1.14 0.52 14.66 3 | latex:may | fruit
peach | персик | peach | 39 0.91 0.25 9.54 1.5 | | fruit stone_fruit
plums | сливы | plums | 46 0.7 0.28 11.42 1.4 | | fruit stone_fruit
cherries | черешня, вишня | sweet cherries | 63 1.06 0.2 16.01 2.1 | | fruit stone_fruit
strawberries | клубника, земляника | strawberries | 32 0.67 0.3 7.68 2 | | fruit berry
blueberries | голубика, черника | blueberries | 57 0.74 0.33 14.49 2.4 | | fruit berry
raspberries | малина | raspberries | 52 1.2 0.65 11.94 6.5 | | fruit berry
raisins | изюм | raisins | 299 3.07 0.46 79.18 3.7 | sulphites:may | fruit
dried_apricots | курага, абрикосы | dried apricots | 241 3.39 0.51 62.64 7.3 | sulphites | fruit stone_fruit
prunes | чернослив | prunes | 240 2.18 0.38 63.88 7.1 | sulphites:may | fruit stone_fruit
dates | финики | dates | 277 1.81 0.15 74.97 6.7 | sulphites:may | fruit
orange_juice | апельсиновый сок | orange juice | 45 0.7 0.2 10.4 0.2 | | fruit citrus
honey | мёд | honey | 304 0.3 0 82.4 0.2 | bee_products, asteraceae:may | honey
jam | варенье, ягоды | jam, berries | 278 0.37 0.07 68.86 1.1 | sulphites:may | fruit
dark_chocolate | горький шоколад, какао | dark chocolate, cocoa | 598 7.79 42.63 45.9 10.9 | milk:may, soy:may, tree_nuts:may, peanut:may | copper oxalate =dark_chocolate
oat_cookies | овсяное печенье | oat biscuits, oatmeal cookies | 450 6.2 18.1 68.7 2.8 | gluten, egg:may, milk:may, soy:may, tree_nuts:may | cereal
`

/** What people call a whole kind when they cannot eat it. */
export const KIND_WORDS: Readonly<Record<FoodKind, string>> = {
  meat: 'мясо meat',
  red_meat: 'красное red',
  poultry: 'птица poultry',
  pork: 'свинина pork',
  fish: 'рыба fish',
  seafood: 'морепродукты seafood',
  egg: 'яйцо egg',
  dairy: 'молоко молочное молочные лактоза казеин milk dairy lactose casein',
  honey: 'мёд пчелопродукты honey',
  fruit: 'фрукты фруктоза fruit fructose',
  berry: 'ягоды berries',
  citrus: 'цитрусовые цитрус citrus',
  stone_fruit: 'косточковые stone',
  nightshade: 'паслёновые nightshades',
  crucifer: 'капуста крестоцветные cabbage cruciferous',
  corn: 'кукуруза corn maize',
  cereal: 'крупы злаки злаковые зерновые cereals grains',
  tyramine: 'тирамин гистамин tyramine histamine',
  purine: 'пурины purines',
  oxalate: 'оксалаты щавелевая oxalates',
  copper: 'медь copper',
}

const isKind = (word: string): word is FoodKind => Object.hasOwn(KIND_WORDS, word)

const foodOf = ([id = '', ru = '', en = '', figures = '', allergens = '', tags = '']: string[]): Food => {
  const [kcal = 0, protein = 0, fat = 0, carbs = 0, fibre = 0] = figures.split(' ').map(Number)
  const words = tags.split(' ').filter(Boolean)
  const after = (sign: string): string | undefined => words.find((word) => word.startsWith(sign))?.slice(1)
  const substance = after('=')
  const [nameRu = '', ...otherRu] = listed(ru)
  const [nameEn = '', ...otherEn] = listed(en)
  return {
    id,
    name: { ru: nameRu, en: nameEn },
    names: { ru: otherRu, en: otherEn },
    ...{ kcal, protein, fat, carbs, fibre },
    allergens: listed(allergens).map((one) => {
      const [allergen = '', may] = one.split(':')
      return { id: allergen, certainty: may === undefined ? 'contains' : 'may' }
    }),
    kinds: words.filter(isKind),
    ...(substance === undefined ? {} : { substance }),
    step: words.includes('50g') ? 50 : 5,
    source: after('@') ?? 'usda_sr_legacy',
  }
}

export const FOODS: readonly Food[] = rows(
  [grains, legumes, meat, fish, dairy, fats, vegetables, fruit].join('\n'),
  6,
).map(foodOf)

// class or condition | id | kinds and allergens that a menu leaves out | source
const bans = `
class | maoi | tyramine | smpc
class | thyroid_hormone | soy | wiesner_2021
condition | coeliac | gluten | nhs_diets
condition | lactose_intolerance | milk | nhs_diets
condition | galactosaemia | milk | nhs_diets
condition | gout | purine | nhs_diets
condition | oxalate_stones | oxalate | nhs_diets
condition | wilson | copper | aasld
condition | vegetarian_diet | meat, fish, seafood | nhs_diets
condition | halal_diet | pork, seafood | nhs_diets
`

/** Foods that a medicine or a condition forbids, beside the rules that the engine checks. */
export const FOOD_BANS: readonly FoodBan[] = rows(bans, 4).map(([kind, id = '', without = '', source = '']) => ({
  subject: { kind: kind === 'class' ? 'class' : 'condition', id },
  without: listed(without),
  source,
}))

/** Conditions with a diet of their own, which a doctor sets: an ordinary menu may harm. */
export const DOCTORS_DIETS: readonly string[] = [
  'ckd',
  'pku',
  'maple_syrup_urine_disease',
  'fructose_intolerance',
  'trimethylaminuria',
  'hyperkalaemia',
  'hepatic_encephalopathy',
  'pancreatitis',
  'dysphagia',
  'bowel_obstruction',
]

/** Conditions that are ways of eating and no illness. */
export const DIETS: readonly string[] = ['vegetarian_diet', 'halal_diet']

/** Foods that meet so many medicines that one nobody knows takes them away. */
export const WITH_UNKNOWN_MEDICINE: readonly string[] = ['grapefruit']
