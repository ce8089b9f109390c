/** Allergens a rule or a label names: the fourteen of EU law and others of supplements. Names are what a person is allergic to. */
import { rows } from './rows.ts'
import { type Allergen, listed } from './shapes.ts'

// id | parent | Russian name | English name | other Russian names | other English names
const eu = `
gluten | | глютен | gluten | пшеница, аллергия на пшеницу, клейковина, рожь, ячмень, овёс | wheat, wheat allergy, rye, barley, oats
crustaceans | | ракообразные | crustaceans | креветки, крабы, раки, криль, лобстер, омар, хитин, морепродукты | shrimp, prawns, crab, lobster, krill, shellfish, seafood
egg | | яйца | eggs | яйцо, яичный белок, куриное яйцо, альбумин | egg, egg white, egg allergy, albumin
fish | | рыба | fish | рыбий жир, рыбный белок, лосось, треска, тунец | fish allergy, fish oil, salmon, cod, tuna
peanut | | арахис | peanuts | земляной орех, арахисовая паста | peanut, peanut butter, groundnut
soy | | соя | soy | соевый белок, соевый лецитин | soya, soybean, soy allergy
milk |  | молоко | milk | молочный белок, белок коровьего молока, абкм, казеин, сыворотка, молочка, молочные продукты, молочное, коровий белок, коровье молоко, молочные продукты | dairy, cow's milk, milk protein, milk allergy, cmpa, casein, whey
tree_nuts | | орехи | tree nuts | орех, грецкий орех, миндаль, фундук, кешью, фисташки, бразильский орех, пекан | nuts, nut, walnut, almond, hazelnut, cashew, pistachio, brazil nut, pecan
celery | | сельдерей | celery | | celeriac
mustard | | горчица | mustard | | mustard seed
sesame | | кунжут | sesame | сезам, кунжутное масло, тахини | sesame seeds, tahini
sulphites | | сульфиты | sulphites | диоксид серы, сернистый ангидрид, е220 | sulfites, sulphur dioxide, sulfur dioxide, e220
lupin | | люпин | lupin | | lupine
molluscs | | моллюски | molluscs | мидии, устрицы, кальмар, гребешки, улитки, осьминог | mollusks, mussels, oysters, squid, scallops, clams, octopus
`

const other = `
asteraceae | | сложноцветные | daisy family | амброзия, полынь, ромашка, эхинацея, расторопша, календула, астровые, подсолнечник, аллергия на амброзию | ragweed, asteraceae, compositae, chamomile, mugwort, daisy, echinacea, milk thistle, calendula, sunflower
bee_products | | продукты пчеловодства | bee products | мёд, прополис, пчелиная пыльца, перга, маточное молочко, пыльца | honey, propolis, bee pollen, royal jelly
gelatin_allergy | | желатин | gelatin | желатиновые капсулы, аллергия на желатин | gelatine, gelatin allergy
legumes | | бобовые | legumes | горох, чечевица, фасоль, гороховый белок, гороховый протеин | peas, pea, lentils, beans, pea protein
chickpea | legumes | нут | chickpea | турецкий горох | chickpeas, garbanzo, garbanzo beans
aspirin_allergy | | аспирин | aspirin | аллергия на аспирин, непереносимость аспирина, аспириновая астма, ацетилсалициловая кислота | aspirin allergy, aspirin intolerance, acetylsalicylic acid, salicylates
yeast | | дрожжи | yeast | пивные дрожжи, аллергия на дрожжи, сахаромицеты | brewer's yeast, saccharomyces
latex | | латекс | latex | аллергия на латекс | latex allergy, rubber latex
`

const entries = (table: string, eu14: boolean): Allergen[] =>
  rows(table, 6).map(([id = '', parent, ru = '', en = '', otherRu = '', otherEn = '']) => ({
    id,
    name: { ru, en },
    names: { ru: listed(otherRu), en: listed(otherEn) },
    eu14,
    ...(parent ? { parent } : {}),
  }))

export const ALLERGENS: readonly Allergen[] = [...entries(eu, true), ...entries(other, false)]
