/**
 * Brands as compositions, never as names of one substance. Amounts are of one piece and as its label gives them: of the
 * element or vitamin under its bare form, of a salt under the salt. `?` is an amount the maker does not disclose or that
 * differs between packages sold under the same bare name. A drink's piece is its can: Red Bull 250 ml, Monster 500 ml,
 * Adrenaline Rush and Burn 449 ml.
 */
import { rows } from './rows.ts'
import { listed, type Product, product } from './shapes.ts'

const SOURCES = { read: 'label_ru_read', ru: 'label_ru_desk', world: 'label_world_desk' } as const

type Component = Product['components'][number]
const component = (text: string): Component => {
  const [form = '', amount = '', unit = ''] = text.trim().split(/\s+/)
  return {
    form,
    amount: amount === '?' ? null : Number(amount),
    unit: product.shape.components.element.shape.unit.parse(unit),
  }
}

/** `source` is one of the three above, with `medicine` after it for a registered medicine. */
const entry = ([
  id = '',
  ru = '',
  en = '',
  piece,
  components = '',
  excipients = '',
  source = '',
  otherRu = '',
  otherEn = '',
]: string[]): Product => {
  const [label = 'world', medicine] = source.split(' ')
  return {
    id,
    name: { ru, en },
    names: { ru: listed(otherRu), en: listed(otherEn) },
    piece: product.shape.piece.parse(piece),
    components: components.split(';').map(component),
    excipients: excipients.split(' ').filter(Boolean),
    medicine: medicine === 'medicine',
    source: SOURCES[label as keyof typeof SOURCES],
  }
}

// id | Russian name | English name | piece | components | excipients | source | other Russian names | other English names
const vitamins = `
aevit | Аевит | Aevit | capsule | retinyl_palmitate 100000 iu; dl_alpha_tocopheryl_acetate 100 mg | gelatin | read medicine | аевит капсулы, а-е-вит | aevit capsules
aquadetrim | Аквадетрим | Aquadetrim | drop | cholecalciferol 500 iu | sucrose | read medicine | аква детрим, акводетрим, аквадетрим капли | akvadetrim, aqua detrim, aquadetrim drops
aquadetrim_tablet_1000 | Аквадетрим таблетки 1000 МЕ | Aquadetrim tablets 1000 IU | tablet | cholecalciferol 1000 iu | sucrose | ru medicine | аквадетрим 1000, аквадетрим таблетки | aquadetrim 1000
vigantol | Вигантол | Vigantol | drop | cholecalciferol 500 iu |  | ru medicine | вигантол капли | vigantol oil, vigantol drops, vigantoletten drops
detrimax_1000 | Детримакс 1000 | Detrimax 1000 | tablet | cholecalciferol 1000 iu |  | ru | детримакс 1000 ме | detrimax 1000 iu
detrimax_2000 | Детримакс 2000 | Detrimax 2000 | tablet | cholecalciferol 2000 iu |  | ru | детримакс 2000 ме | detrimax 2000 iu
detrimax | Детримакс | Detrimax | tablet | cholecalciferol ? iu |  | ru | детримакс витамин д3 | detrimax vitamin d3
neuromultivit | Нейромультивит | Neuromultivit | tablet | thiamine_hydrochloride 100 mg; pyridoxine_hydrochloride 200 mg; cyanocobalamin 0.2 mg |  | ru medicine | нейро мультивит | neuro multivit
milgamma_compositum | Мильгамма композитум | Milgamma compositum | tablet | benfotiamine 100 mg; pyridoxine_hydrochloride 100 mg | sucrose | ru medicine | мильгамма таблетки, мильгамма драже, мильгама композитум | milgamma tablets
milgamma | Мильгамма раствор | Milgamma solution | ampoule | thiamine_hydrochloride 100 mg; pyridoxine_hydrochloride 100 mg; cyanocobalamin 1 mg |  | ru medicine | мильгамма, мильгамма уколы, мильгама, мильгамма ампулы | milgamma, milgamma injection
combilipen_tabs | Комбилипен табс | Combilipen tabs | tablet | benfotiamine 100 mg; pyridoxine_hydrochloride 100 mg; cyanocobalamin 0.002 mg | sucrose | ru medicine | комбилипен таблетки | kombilipen tabs
combilipen | Комбилипен раствор | Combilipen solution | ampoule | thiamine_hydrochloride 100 mg; pyridoxine_hydrochloride 100 mg; cyanocobalamin 1 mg |  | ru medicine | комбилипен, комбилипен уколы | kombilipen, combilipen
pentovit | Пентовит | Pentovit | tablet | b1 5 mg; b6 5 mg; b12 50 mcg; nicotinamide 20 mg; folic_acid 0.4 mg | sucrose | ru medicine | пентавит | pentavit
angiovit | Ангиовит | Angiovit | tablet | folic_acid 5 mg; pyridoxine_hydrochloride 4 mg; cyanocobalamin 6 mcg | sucrose | ru medicine | ангио вит | angio vit
foliber | Фолибер | Foliber | tablet | folic_acid 400 mcg; cyanocobalamin 2 mcg | lactose | ru | фолибер таблетки | foliber tablets
ascorutin | Аскорутин | Ascorutin | tablet | vitamin_c 50 mg; rutin 50 mg | sucrose lactose | ru medicine | аскарутин | askorutin
undevit | Ундевит | Undevit | tablet | retinyl_palmitate 3300 iu; b1 2 mg; b2 2 mg; b6 3 mg; b12 2 mcg; vitamin_c 75 mg; dl_alpha_tocopheryl_acetate 10 mg; nicotinamide 20 mg; folic_acid 0.07 mg; b5 3 mg; rutin 10 mg | sucrose | ru medicine | ундевит драже | undevit dragee
revit | Ревит | Revit | tablet | retinyl_palmitate 2500 iu; b1 1 mg; b2 1 mg; vitamin_c 35 mg | sucrose | ru medicine | ревит драже | revit dragee
triovit | Триовит | Triovit | capsule | beta_carotene 10 mg; vitamin_e 40 mg; vitamin_c 100 mg; selenium 50 mcg | gelatin lactose | ru medicine | триовит капсулы | triovit capsules
bedoxin | Бедоксин | Bedoxin | tablet | pyridoxine_hydrochloride 20 mg | lactose | world medicine | бедоксин галеника | bedoxin galenika
ohb12 | OHB12 | OHB12 | ampoule | hydroxocobalamin 2500 mcg |  | world medicine | онб12 | ohb12 galenika
`

const minerals = `
calcium_d3_nycomed | Кальций-Д3 Никомед | Calcium-D3 Nycomed | tablet | calcium 500 mg; cholecalciferol 200 iu | aspartame sorbitol isomalt sucrose | read medicine | кальций д3 никомед, кальций-d3 никомед, кальций никомед, кальций-д3 | calcium d3 nycomed, calcium nycomed
calcium_d3_nycomed_forte | Кальций-Д3 Никомед Форте | Calcium-D3 Nycomed Forte | tablet | calcium 500 mg; cholecalciferol 400 iu | aspartame sorbitol isomalt sucrose | read medicine | кальций д3 никомед форте, кальций-d3 никомед форте, кальций никомед форте | calcium d3 nycomed forte
calcemin | Кальцемин | Calcemin | tablet | calcium 250 mg; vitamin_d 50 iu; zinc 2 mg; copper 0.5 mg; manganese 0.5 mg; boron 0.05 mg |  | ru medicine | кальцимин, кальцемин таблетки | kalcemin
calcemin_advance | Кальцемин Адванс | Calcemin Advance | tablet | calcium 500 mg; vitamin_d 200 iu; magnesium 40 mg; zinc 7.5 mg; copper 1 mg; manganese 1.8 mg; boron 0.25 mg |  | ru medicine | кальцимин адванс | kalcemin advance
complivit_calcium_d3 | Компливит Кальций Д3 | Complivit Calcium D3 | tablet | calcium 500 mg; cholecalciferol 200 iu | lactose sucrose | ru medicine | компливит кальций d3, кальций компливит | complivit calcium
natecal_d3 | Натекаль Д3 | Natecal D3 | tablet | calcium 600 mg; cholecalciferol 400 iu | aspartame sorbitol isomalt sucrose | ru medicine | натекаль, натекаль d3 | natecal
adcal_d3 | Адкаль-Д3 | Adcal-D3 | tablet | calcium 600 mg; cholecalciferol 400 iu | | world medicine | адкал д3 | adcal-d3 caplets
adcal | Адкаль | Adcal | tablet | calcium 600 mg | | world medicine | адкал | adcal 1500
caltrate | Калтрейт | Caltrate | tablet | calcium 600 mg; cholecalciferol ? iu | | world | калтрат | caltrate d3, caltrate plus
magne_b6 | Магне B6 | Magne B6 | tablet | magnesium 48 mg; pyridoxine_hydrochloride 5 mg | sucrose | read medicine | магне в6, магне б6, магний б6 магне, магнеб6 | magne-b6, magne b 6
magne_b6_forte | Магне B6 форте | Magne B6 forte | tablet | magnesium 100 mg; pyridoxine_hydrochloride 10 mg | lactose | ru medicine | магне в6 форте, магне б6 форте | magne-b6 forte
magnelis_b6 | Магнелис B6 | Magnelis B6 | tablet | magnesium 48 mg; pyridoxine_hydrochloride 5 mg | sucrose | ru medicine | магнелис, магнелис в6, магнелис б6 | magnelis
magnelis_b6_forte | Магнелис B6 форте | Magnelis B6 forte | tablet | magnesium 100 mg; pyridoxine_hydrochloride 10 mg | lactose | read medicine | магнелис в6 форте, магнелис форте, магнелис б6 форте | magnelis forte
magnerot | Магнерот | Magnerot | tablet | magnesium 32.8 mg; orotic_acid ? mg | lactose | ru medicine | магнерот таблетки, магнерод | magnerot tablets
magnesium_diasporal_300 | Магний-Диаспорал 300 | Magnesium-Diasporal 300 | sachet | magnesium 300 mg | sucrose | ru | магний диаспорал, магний диаспорал 300, диаспорал | magnesium diasporal, diasporal
zincteral | Цинктерал | Zincteral | tablet | zinc 45 mg | lactose | read medicine | цинктерал тева, цинктерал-тева | zincteral teva, zinkteral
sorbifer_durules | Сорбифер Дурулес | Sorbifer Durules | tablet | iron 100 mg; vitamin_c 60 mg |  | read medicine | сорбифер, сорбифер-дурулес, сорбифер дурулекс | sorbifer
maltofer | Мальтофер | Maltofer | tablet | iron_polymaltose 100 mg |  | ru medicine | мальтофер таблетки, мальтофер жевательный | maltofer tablets
maltofer_fol | Мальтофер Фол | Maltofer Fol | tablet | iron_polymaltose 100 mg; folic_acid 350 mcg |  | ru medicine | мальтофер-фол | maltofer-fol
maltofer_drops | Мальтофер капли | Maltofer drops | ml | iron_polymaltose 50 mg | sucrose | ru medicine | мальтофер в каплях | maltofer oral drops
ferrum_lek | Феррум Лек | Ferrum Lek | tablet | iron_polymaltose 100 mg | aspartame | ru medicine | феррум лек таблетки, феррумлек | ferrum lek tablets
totema | Тотема | Tot'hema | ampoule | iron 50 mg; manganese 1.33 mg; copper 0.7 mg | sucrose ethanol | ru medicine | тотема раствор, тотэма | tothema, totema
ferlatum | Ферлатум | Ferlatum | ampoule | iron 40 mg | sorbitol | ru medicine | ферлатум раствор | ferplex
ferlatum_fol | Ферлатум Фол | Ferlatum Fol | ampoule | iron 40 mg; folate 0.185 mg | sorbitol | ru medicine | ферлатум-фол | ferplex fol
ferretab | Ферретаб комп | Ferretab comp | capsule | iron 50 mg; folic_acid 0.5 mg | gelatin lactose | ru medicine | ферретаб, ферретаб композитум | ferretab
tardyferon | Тардиферон | Tardyferon | tablet | iron 80 mg | sucrose | ru medicine | тардиферон 80, тардиферон таблетки | tardyferon 80
ferrograd | Ферроград | Ferrograd | tablet | iron 105 mg | | world medicine | феррограда таблетки | ferrograd tablets, fero-gradumet
feroglobin | Фероглобин | Feroglobin | capsule | iron ? mg; zinc ? mg; copper ? mg; folic_acid ? mcg; b6 ? mg; b12 ? mcg | gelatin | world | фероглобин-b12, фероглобин в12 | feroglobin b12, vitabiotics feroglobin
floradix | Флорадикс | Floradix | ml | iron ? mg; vitamin_c ? mg; b1 ? mg; b2 ? mg; b6 ? mg; b12 ? mcg | | world | флорадикс железо | floradix iron, salus floradix
gyno_tardyferon | Гино-Тардиферон | Gyno-Tardyferon | tablet | iron 80 mg; folic_acid 0.35 mg | sucrose | ru medicine | гинотардиферон, гино тардиферон | gino-tardiferon
fenules | Фенюльс | Fenules | capsule | iron 45 mg; vitamin_c 50 mg; b1 2 mg; b2 2 mg; b6 1 mg; nicotinamide 15 mg; b5 2.5 mg | gelatin sucrose | ru medicine | фенюльс капсулы, фенюлс | fenyuls
heferol | Хеферол | Heferol | capsule | iron_fumarate 350 mg | gelatin | world medicine | хеферол капсулы | heferol capsules
panangin | Панангин | Panangin | tablet | potassium 36.2 mg; magnesium 11.8 mg |  | ru medicine | панангин таблетки, панагин | panangin tablets
panangin_forte | Панангин форте | Panangin forte | tablet | potassium 72.4 mg; magnesium 23.6 mg |  | ru medicine | панангин форте таблетки | panangin forte tablets
asparkam | Аспаркам | Asparkam | tablet | potassium 36.2 mg; magnesium 11.8 mg |  | ru medicine | аспаркам таблетки, паматон | asparcam
iodomarin | Йодомарин | Iodomarin | tablet | iodine 200 mcg | lactose gelatin | ru medicine | йодомарин 200, иодомарин, йодмарин, йодомарин 200 мкг | iodomarin 200, jodomarin
iodomarin_100 | Йодомарин 100 | Iodomarin 100 | tablet | iodine 100 mcg | lactose gelatin | ru medicine | йодомарин 100 мкг, иодомарин 100 | jodomarin 100
iodbalance | Йодбаланс 200 | Iodbalance 200 | tablet | iodine 200 mcg | lactose | ru medicine | йодбаланс, йодбаланс 200 мкг, йод баланс | jodbalance, jodid 200
iod_active | Йод-Актив | Iod-Active | tablet | iodine 50 mcg | lactose | ru | йод актив, йодактив | iodactive
kalipoz | Калипоз пролонгатум | Kalipoz prolongatum | tablet | potassium_chloride 750 mg | | ru medicine | калипоз | kalipoz
kaldyum | Калдиум | Kaldyum | capsule | potassium_chloride 600 mg | gelatin | ru medicine | калдиум 600 | kaldium
slow_k | Slow-K | Slow-K | tablet | potassium_chloride 600 mg | sucrose | world medicine | слоу к | slow k
klor_con | Klor-Con | Klor-Con | tablet | potassium_chloride ? mg | | world medicine | клор кон | klor con, k-dur, potassium chloride tablets
lmnt | LMNT | LMNT | sachet | sodium 1000 mg; potassium 200 mg; magnesium 60 mg | | world | элмент электролиты | lmnt electrolytes, drink lmnt
enduracin | Эндурацин | Enduracin | tablet | nicotinic_acid 500 mg | | ru medicine | эндурацин 500 | endur-acin
niaspan | Ниаспан | Niaspan | tablet | nicotinic_acid 500 mg | | world medicine | ниаспан 500 | niaspan 500, niacor, slo-niacin
rennie | Ренни | Rennie | tablet | calcium_carbonate 680 mg; magnesium_carbonate 80 mg | sucrose | ru medicine | ренни таблетки, рени | rennie tablets
tums | Тамс | Tums | tablet | calcium_carbonate 500 mg | sucrose | world medicine | тамс таблетки | tums regular
gaviscon | Гевискон таблетки | Gaviscon tablets | tablet | sodium_bicarbonate 133.5 mg; calcium_carbonate 80 mg | aspartame | ru medicine | гевискон, гевискон мятный | gaviscon
maalox_tablet | Маалокс таблетки | Maalox tablets | tablet | aluminium_hydroxide 400 mg; magnesium_hydroxide 400 mg | sucrose sorbitol | ru medicine | маалокс жевательные таблетки | maalox chewable
maalox_sachet | Маалокс суспензия | Maalox suspension | sachet | aluminium_hydroxide 525 mg; magnesium_hydroxide 600 mg | sorbitol | ru medicine | маалокс пакетики | maalox liquid
milk_of_magnesia | Магнезиальное молочко | Milk of Magnesia | ml | magnesium_hydroxide 80 mg | | world medicine | молочко магнезии | phillips milk of magnesia
almagel_suspension | Алмагель суспензия | Almagel suspension | ml | aluminium_hydroxide ? mg; magnesium_hydroxide ? mg | sorbitol ethanol | ru medicine | алмагель в бутылке, алмагель зелёный | almagel liquid
selzinc_plus | Селцинк Плюс | Selzinc Plus | tablet | zinc 8 mg; selenium 50 mcg; vitamin_c 180 mg; vitamin_e 31.5 mg; beta_carotene 4.8 mg |  | ru | селцинк, сельцинк плюс, селцинк-плюс | selzink plus, selzink
`

const multi = `
vitrum | Витрум | Vitrum | tablet | retinol 5000 iu; vitamin_e 30 iu; vitamin_d 400 iu; vitamin_k 25 mcg; vitamin_c 60 mg; b1 1.5 mg; b2 1.7 mg; nicotinamide 20 mg; b6 2 mg; folic_acid 400 mcg; b12 6 mcg; biotin 30 mcg; b5 10 mg; calcium 162 mg; phosphorus 125 mg; iodine 150 mcg; iron 18 mg; magnesium 100 mg; copper 2 mg; zinc 15 mg; manganese 2.5 mg; chromium 25 mcg; molybdenum 25 mcg; selenium 25 mcg; potassium 40 mg |  | ru medicine | витрум мультивитамины, витрум классик | vitrum multivitamin
complivit | Компливит | Complivit | tablet | retinyl_acetate 3300 iu; vitamin_e 10 mg; vitamin_c 50 mg; b1 1 mg; b2 1.27 mg; b6 5 mg; b12 12.5 mcg; nicotinamide 7.5 mg; folic_acid 100 mcg; b5 5 mg; rutin 25 mg; alpha_lipoic_acid 2 mg; calcium 50.5 mg; phosphorus 60 mg; magnesium 16.4 mg; iron 5 mg; manganese 2.5 mg; copper 0.75 mg; zinc 2 mg; cobalt 100 mcg | lactose sucrose gelatin | ru medicine | комплевит, компливит 11 витаминов 8 минералов | komplivit
supradyn | Супрадин | Supradyn | tablet | retinol 3333 iu; vitamin_d 500 iu; vitamin_e 10 mg; vitamin_c 150 mg; b1 20 mg; b2 5 mg; b6 10 mg; b12 5 mcg; biotin 0.25 mg; b5 11.6 mg; folic_acid 1 mg; nicotinamide 50 mg; calcium 51.3 mg; magnesium 21.2 mg; iron 10 mg; copper 1 mg; zinc 0.5 mg; manganese 0.5 mg; molybdenum 0.1 mg; phosphorus 23.8 mg | lactose sucrose | ru medicine | супрадин таблетки, супродин | supradin, supradyn energy
elevit_pronatal | Элевит Пронаталь | Elevit Pronatal | tablet | retinol 3600 iu; vitamin_d 500 iu; vitamin_e 15 mg; vitamin_c 100 mg; b1 1.6 mg; b2 1.8 mg; b6 2.6 mg; b12 4 mcg; b5 10 mg; biotin 0.2 mg; folic_acid 0.8 mg; nicotinamide 19 mg; calcium 125 mg; magnesium 100 mg; phosphorus 125 mg; iron 60 mg; zinc 7.5 mg; copper 1 mg; manganese 1 mg | lactose gelatin | ru medicine | элевит, элевит пронатал, елевит | elevit, elevit pronatal tablets
femibion_1 | Фемибион 1 | Femibion 1 | tablet | folic_acid 200 mcg; methylfolate 200 mcg; b1 1.2 mg; b2 1.6 mg; b6 1.9 mg; b12 3.5 mcg; vitamin_c 110 mg; vitamin_e 13 mg; nicotinamide 15 mg; b5 6 mg; biotin 60 mcg; iodine 150 mcg |  | ru | фемибион, фемибион наталкер 1, фемибион i | femibion, femibion natalcare 1
femibion_2 | Фемибион 2 | Femibion 2 | tablet | folic_acid 200 mcg; methylfolate 200 mcg; b1 1.2 mg; b2 1.6 mg; b6 1.9 mg; b12 3.5 mcg; vitamin_c 110 mg; vitamin_e 25 mg; nicotinamide 15 mg; b5 6 mg; biotin 60 mcg; iodine 150 mcg; omega3 200 mg | gelatin | ru | фемибион наталкер 2, фемибион ii | femibion natalcare 2
vitrum_prenatal_forte | Витрум Пренатал Форте | Vitrum Prenatal Forte | tablet | retinol 2500 iu; vitamin_d 400 iu; vitamin_e 30 iu; vitamin_c 120 mg; b1 3 mg; b2 3.4 mg; nicotinamide 20 mg; b6 10 mg; folic_acid 800 mcg; b12 12 mcg; biotin 30 mcg; b5 10 mg; calcium 200 mg; iron 60 mg; magnesium 25 mg; zinc 25 mg; copper 2 mg; iodine 150 mcg; manganese 5 mg; chromium 25 mcg; molybdenum 25 mcg; selenium 20 mcg |  | ru medicine | витрум пренатал | vitrum prenatal
centrum_adults | Центрум | Centrum Adults | tablet | retinol 400 mcg; beta_carotene 2.4 mg; vitamin_d 25 mcg; vitamin_e 13.5 mg; vitamin_k 30 mcg; vitamin_c 60 mg; b1 1.5 mg; b2 1.7 mg; nicotinamide 20 mg; b6 2 mg; folate_dfe 400 mcg; b12 6 mcg; biotin 30 mcg; b5 10 mg; calcium 230 mg; phosphorus 20 mg; iodine 150 mcg; iron 8 mg; magnesium 50 mg; zinc 11 mg; selenium 19 mcg; copper 0.5 mg; manganese 2.3 mg; chromium 35 mcg; molybdenum 45 mcg; potassium 80 mg |  | world | центрум от а до цинка, центрум взрослым | centrum, centrum a to zinc
berocca_plus | Берокка Плюс | Berocca | tablet | vitamin_c 500 mg; b1 15 mg; b2 15 mg; nicotinamide 50 mg; b5 23 mg; b6 10 mg; biotin 150 mcg; folic_acid 400 mcg; b12 10 mcg; calcium 100 mg; magnesium 100 mg; zinc 10 mg | aspartame isomalt | world | берокка, берокка шипучая | berocca plus, berocca performance
doppelherz_magnesium_b | Доппельгерц актив Магний + витамины группы B | Doppelherz aktiv Magnesium B | tablet | magnesium 400 mg; b1 4.2 mg; b6 5 mg; b12 5 mcg; folic_acid 600 mcg |  | world | доппельгерц магний b6, доппельгерц магний в6, доппельгерц магний, доппельгерц актив магний | doppelherz magnesium b6, doppelherz magnesium
doppelherz_omega3 | Доппельгерц актив Омега-3 | Doppelherz aktiv Omega-3 | capsule | omega3 240 mg; vitamin_e 12 mg | gelatin | world | доппельгерц омега 3, доппельгерц омега-3, доппельгерц омега | doppelherz omega 3, doppelherz omega-3
multi_tabs_classic | Мульти-табс Классик | Multi-tabs Classic | tablet | retinol 800 mcg; vitamin_d 5 mcg; vitamin_e 10 mg; vitamin_c 60 mg; b1 1.4 mg; b2 1.6 mg; b6 2 mg; b12 1 mcg; nicotinamide 18 mg; b5 6 mg; folic_acid 200 mcg; iron 14 mg; zinc 15 mg; copper 2 mg; manganese 2.5 mg; iodine 150 mcg; selenium 50 mcg; chromium 50 mcg; magnesium 75 mg |  | ru medicine | мультитабс классик, мультитабс, мульти табс | multitabs
perfectil | Перфектил | Perfectil | capsule | beta_carotene 5 mg; vitamin_d 2.5 mcg; vitamin_e 40 mg; vitamin_c 30 mg; b1 10 mg; b2 5 mg; nicotinamide 18 mg; b6 20 mg; b12 9 mcg; folic_acid 500 mcg; biotin 45 mcg; b5 40 mg; iron 12 mg; zinc 15 mg; copper 2 mg; manganese 2 mg; selenium 100 mcg; chromium 50 mcg; iodine 200 mcg; magnesium 50 mg | gelatin | world | перфектил капсулы | perfectil capsules
pantovigar | Пантовигар | Pantovigar | capsule | thiamine_mononitrate 60 mg; calcium_pantothenate 60 mg; brewers_yeast 0.1 g; paba 20 mg; cysteine 20 mg | gelatin | ru | пантовигар капсулы | pantogar
opti_men | Opti-Men | Opti-Men | tablet | retinol ? mcg; beta_carotene ? mg; vitamin_c 100 mg; vitamin_d 12.5 mcg; vitamin_e 45 mg; vitamin_k 25 mcg; b1 25 mg; b2 25 mg; niacin 25 mg; b6 16.7 mg; folate 200 mcg; b12 33.3 mcg; b5 25 mg; iodine 50 mcg; zinc 10 mg; selenium 66.7 mcg; manganese 1.7 mg; chromium 40 mcg; ginseng ? mg; saw_palmetto ? mg |  | world | опти мен, оптимен, опти-мен, оптимум опти мен | optimen, opti men, optimum nutrition opti-men
animal_pak | Animal Pak | Animal Pak | sachet | retinol ? mcg; vitamin_c 1000 mg; vitamin_d ? iu; vitamin_e ? mg; b6 ? mg; niacin ? mg; zinc 30 mg; selenium ? mcg; calcium ? mg; magnesium ? mg; eleuthero ? mg; ginseng ? mg; milk_thistle ? mg; carnitine ? mg; caffeine ? mg | gelatin | world | энимал пак, анимал пак | universal animal pak
emergen_c | Emergen-C | Emergen-C | sachet | vitamin_c 1000 mg; b6 10 mg; b12 25 mcg; zinc 2 mg; manganese 0.5 mg; b2 0.43 mg; niacin 4 mg; potassium 200 mg; sodium 65 mg |  | world | эмерджен си | emergen c, emergenc
alfavit | Алфавит | Alfavit | tablet | iron ? mg; b1 ? mg; folic_acid ? mcg; vitamin_c ? mg; beta_carotene ? mg; vitamin_e ? mg; nicotinamide ? mg; b2 ? mg; b6 ? mg; magnesium ? mg; zinc ? mg; selenium ? mcg; iodine ? mcg; calcium ? mg; vitamin_d ? mcg; vitamin_k ? mcg; b12 ? mcg; biotin ? mcg; chromium ? mcg | | ru | алфавит классик | alphabet vitamins
pregnacare | Pregnacare | Pregnacare | tablet | folic_acid 400 mcg; vitamin_d 10 mcg; iron ? mg; iodine ? mcg; zinc ? mg; b6 ? mg; b12 ? mcg; vitamin_c ? mg; vitamin_e ? mg | | world | прегнакеа | vitabiotics pregnacare, pregnacare original
wellwoman | Wellwoman | Wellwoman | capsule | retinol ? mcg; vitamin_d ? mcg; vitamin_e ? mg; vitamin_c ? mg; b6 ? mg; folic_acid ? mcg; b12 ? mcg; iron ? mg; zinc ? mg; selenium ? mcg; iodine ? mcg; evening_primrose ? mg | gelatin | world | велвумен | vitabiotics wellwoman
ag1 | AG1 | AG1 | portion | greens_powder ? g; spirulina ? g; chlorella ? g; ashwagandha ? mg; rhodiola ? mg; milk_thistle ? mg; licorice ? mg; coq10 ? mg; probiotic ? cfu; vitamin_c ? mg; vitamin_e ? mg; zinc ? mg; folate ? mcg | | world | атлетик гринс | athletic greens, ag1 athletic greens
chernika_forte | Черника форте | Chernika forte | tablet | bilberry ? g; rutin ? mg; zinc ? mg; vitamin_c ? mg; b1 ? mg; b2 ? mg; b6 ? mg | | ru | черника форте эвалар | bilberry forte
`

const amino = `
omacor | Омакор | Omacor | capsule | omega3 840 mg | gelatin | ru medicine | омакор капсулы | lovaza, omacor capsules
moller_cod_liver_oil | Möller рыбий жир | Möller's cod liver oil | ml | cod_liver_oil 0.92 g; vitamin_e 2 mg |  | world | мёллер, моллер, меллер рыбий жир, рыбий жир мёллер, моллер рыбий жир | moller, mollers, moller's cod liver oil, möller
elcar | Элькар | Elcar | ml | carnitine 300 mg |  | ru medicine | элькар раствор, элькар капли, элкар | elkar
melaxen | Мелаксен | Melaxen | tablet | melatonin 3 mg |  | ru medicine | меларена 3, соннован, мелаксен таблетки | melarena, sonnovan
circadin | Циркадин | Circadin | tablet | melatonin 2 mg | lactose | ru medicine | циркадин пролонгированный | circadin prolonged
heptral | Гептрал | Heptral | tablet | sam_e 400 mg |  | ru medicine | гептрал таблетки, гептрал 400 | heptral 400
heptral_500 | Гептрал 500 | Heptral 500 | tablet | sam_e 500 mg |  | ru medicine | гептрал таблетки 500 | heptral 500 mg
heptor | Гептор | Heptor | tablet | sam_e 400 mg | | ru medicine | гептор 400, самеликс | heptor 400, samelix
berlition_300 | Берлитион 300 | Berlithion 300 | tablet | alpha_lipoic_acid 300 mg | lactose | ru medicine | берлитион, берлитион таблетки | berlithion, berlition
thioctacid_bv | Тиоктацид БВ | Thioctacid HR | tablet | alpha_lipoic_acid 600 mg |  | ru medicine | тиоктацид, тиоктацид 600, тиоктацид бв 600 | thioctacid, thioctacid 600
octolipen_600 | Октолипен 600 | Octolipen 600 | tablet | alpha_lipoic_acid 600 mg |  | ru medicine | октолипен, октолипен таблетки | oktolipen
octolipen_300 | Октолипен 300 | Octolipen 300 | capsule | alpha_lipoic_acid 300 mg | gelatin | ru medicine | октолипен капсулы | oktolipen 300
acc_200 | АЦЦ 200 | ACC 200 | tablet | nac 200 mg | lactose | ru medicine | ацц, ацц-200, ацц шипучий | acc
acc_long | АЦЦ Лонг | ACC Long | tablet | nac 600 mg | lactose | ru medicine | ацц 600, ацц-лонг | acc 600
fluimucil_600 | Флуимуцил 600 | Fluimucil 600 | tablet | nac 600 mg | aspartame | ru medicine | флуимуцил, флуимуцил шипучий, флюимуцил | fluimucil
dibicor | Дибикор | Dibicor | tablet | taurine 500 mg | gelatin | ru medicine | дибикор 500, дибикор таблетки | dibikor
glycine_biotiki | Глицин Биотики | Glycine Biotiki | tablet | glycine 100 mg |  | ru medicine | глицин под язык, глицин подъязычный | glycine sublingual
noofen | Ноофен | Noofen | capsule | phenibut 250 mg | gelatin lactose | ru medicine | ноофен капсулы, анвифен 250, анвифен | noophen, anvifen
kudesan | Кудесан | Kudesan | ml | coq10 30 mg; vitamin_e 4.5 mg |  | ru | кудесан капли, кудэсан | qudesan
teraflex | Терафлекс | Theraflex | capsule | glucosamine_hydrochloride 500 mg; chondroitin 400 mg | gelatin | ru medicine | терафлекс капсулы, тера флекс | teraflex
artra | Артра | Artra | tablet | glucosamine_hydrochloride 500 mg; chondroitin 500 mg |  | ru medicine | артра таблетки | arthra
dona | Дона | Dona | sachet | glucosamine_sulfate 1500 mg | aspartame sorbitol | ru medicine | дона порошок, дона саше | dona powder
structum | Структум | Structum | capsule | chondroitin 500 mg | gelatin | ru medicine | структум капсулы | structum capsules
essentiale_forte_n | Эссенциале форте Н | Essentiale forte N | capsule | lecithin 0.3 g | gelatin ethanol | ru medicine | эссенциале, эссенциале форте, эсенциале | essentiale, essentiale forte
linex | Линекс | Linex | capsule | probiotic 12000000 cfu | lactose gelatin | ru medicine | линекс капсулы | lineks
enterol | Энтерол | Enterol | capsule | s_boulardii 250 mg | lactose gelatin | ru medicine | энтерол 250, энтерол капсулы | bulardi, enterol 250, florastor
mucofalk | Мукофальк | Mucofalk | sachet | psyllium 3.25 g | sucrose | ru medicine | мукофальк апельсин, мукофальк гранулы | mucofalk orange
metamucil | Метамуцил | Metamucil | sachet | psyllium 3.4 g | aspartame sucrose | world medicine | метамуцил порошок | metamucil sachet, metamucil powder
`

const plants = `
deprim | Деприм | Deprim | tablet | st_johns_wort 60 mg | lactose | ru medicine | деприм таблетки | deprim tablets
deprim_forte | Деприм форте | Deprim forte | capsule | st_johns_wort 425 mg | gelatin lactose | ru medicine | деприм форте капсулы | deprim forte capsules
negrustin | Негрустин | Negrustin | capsule | st_johns_wort 425 mg | gelatin lactose | ru medicine | негрустин капсулы | neurostil, negrustin capsules
gelarium | Гелариум Гиперикум | Gelarium Hypericum | tablet | st_johns_wort 285 mg | lactose sucrose | ru medicine | гелариум, геларium гиперикум | gelarium
novo_passit | Ново-Пассит | Novo-Passit | tablet | st_johns_wort ? mg; valerian ? mg; lemon_balm ? mg; hawthorn ? mg; passionflower ? mg; hops ? mg; elderberry ? mg | lactose | read medicine | новопассит, ново пассит, новопасит, новопассит таблетки | novopassit, novo passit
novo_passit_solution | Ново-Пассит раствор | Novo-Passit solution | ml | st_johns_wort ? mg; valerian ? mg; lemon_balm ? mg; hawthorn ? mg; passionflower ? mg; hops ? mg; elderberry ? mg | sucrose ethanol | ru medicine | новопассит сироп, новопассит раствор, ново-пассит сироп | novo-passit syrup
persen | Персен | Persen | tablet | valerian 50 mg; lemon_balm 25 mg; peppermint 25 mg | lactose sucrose | ru medicine | персен таблетки | persen tablets
persen_forte | Персен форте | Persen forte | capsule | valerian 125 mg; lemon_balm 25 mg; peppermint 25 mg | lactose gelatin | ru medicine | персен ночь, персен-форте | persen night
kalms | Kalms | Kalms | tablet | valerian ? mg | lactose | world medicine | калмс | kalms day, kalms night
tanakan | Танакан | Tanakan | tablet | ginkgo 40 mg | lactose | ru medicine | танакан таблетки | tanakan tablets
bilobil | Билобил | Bilobil | capsule | ginkgo 40 mg | lactose gelatin | ru medicine | билобил капсулы | bilobil capsules
bilobil_forte | Билобил форте | Bilobil forte | capsule | ginkgo 80 mg | lactose gelatin | ru medicine | билобил 80 | bilobil 80
ginkoum | Гинкоум | Ginkoum | capsule | ginkgo 40 mg | gelatin | ru | гинкоум эвалар | ginkoum evalar
immunal | Иммунал | Immunal | tablet | echinacea 80 mg | lactose | ru medicine | иммунал таблетки | immunal tablets
umckalor | Умкалор | Umckalor | drop | pelargonium ? mg | ethanol | ru medicine | умкалор капли | umcka, umckaloabo
karsil | Карсил | Carsil | tablet | milk_thistle 22.5 mg | lactose sucrose | ru medicine | карсил таблетки, карсил драже | karsil
legalon_140 | Легалон 140 | Legalon 140 | capsule | milk_thistle 140 mg | gelatin lactose | ru medicine | легалон | legalon
iberogast | Иберогаст | Iberogast | drop | licorice ? mg; milk_thistle ? mg; chamomile ? mg; lemon_balm ? mg; peppermint ? mg; angelica ? mg | ethanol | ru medicine | иберогаст капли | iberogast drops
prostamol_uno | Простамол Уно | Prostamol Uno | capsule | saw_palmetto 320 mg | gelatin | ru medicine | простамол | prostamol
permixon | Пермиксон | Permixon | capsule | saw_palmetto 160 mg | gelatin | ru medicine | пермиксон капсулы | permixon capsules
klimadynon | Климадинон | Klimadynon | tablet | black_cohosh 20 mg | lactose | ru medicine | климадинон таблетки | klimadinon
cyclodynon | Циклодинон | Cyclodynon | tablet | vitex 4 mg | lactose | ru medicine | циклодинон таблетки | cyclodinon, agnucaston
ci_klim | Ци-Клим | Ci-Klim | tablet | black_cohosh 20 mg |  | ru | ци клим, циклим, ци-клим эвалар | ci klim
estrovel | Эстровэл | Estrovel | tablet | soy_isoflavones ? mg; black_cohosh ? mg; five_htp ? mg; vitamin_e ? mg; b6 ? mg; folate ? mcg; boron ? mg |  | ru | эстровел, эстровэл капсулы | estrovel capsules
senade | Сенаде | Senade | tablet | senna 13.5 mg | lactose | ru medicine | сенадэ, сенадексин | senadexin
cavinton | Кавинтон | Cavinton | tablet | vinpocetine 5 mg | lactose | ru medicine | кавинтон таблетки, кавинтон 5 | cavinton tablets
cavinton_forte | Кавинтон форте | Cavinton forte | tablet | vinpocetine 10 mg | lactose | ru medicine | кавинтон 10, кавинтон комфорте | cavinton 10
turboslim_day | Турбослим День | Turboslim Day | capsule | guarana ? mg; carnitine ? mg; green_tea_extract ? mg; garcinia ? mg | gelatin | ru | турбослим, турбослим день усиленная формула | turboslim
`

const brands = `
solgar_d3 | Solgar витамин D3 | Solgar vitamin D3 | capsule | cholecalciferol ? iu | gelatin | world | солгар витамин д3, солгар д3, солгар витамин d3, солгар d3 | solgar d3
solgar_d3_1000 | Solgar витамин D3 1000 МЕ | Solgar vitamin D3 1000 IU | capsule | cholecalciferol 1000 iu | gelatin | world | солгар д3 1000, солгар витамин д3 1000 | solgar d3 1000, solgar vitamin d3 1000
solgar_d3_5000 | Solgar витамин D3 5000 МЕ | Solgar vitamin D3 5000 IU | capsule | cholecalciferol 5000 iu | gelatin | world | солгар д3 5000, солгар витамин д3 5000 | solgar d3 5000, solgar vitamin d3 5000
solgar_omega_950 | Solgar омега-3 950 | Solgar omega-3 950 | capsule | omega3 882 mg | gelatin | world | солгар омега 3, солгар омега-3 950, солгар омега 950 | solgar omega 3, solgar triple strength omega-3
solgar_gentle_iron | Solgar «Мягкое железо» | Solgar Gentle Iron | capsule | iron 25 mg |  | world | солгар железо, мягкое железо солгар, солгар легкодоступное железо | gentle iron, solgar iron
solgar_b_100 | Solgar B-комплекс 100 | Solgar B-Complex 100 | capsule | b1 100 mg; b2 100 mg; niacin 100 mg; b6 100 mg; folic_acid 400 mcg; b12 100 mcg; biotin 100 mcg; b5 100 mg; inositol 100 mg; choline 21 mg |  | world | солгар б комплекс 100, солгар b-комплекс 100, солгар b 100 | solgar b-100, solgar b complex 100
now_zinc_picolinate | NOW цинка пиколинат | NOW Zinc Picolinate | capsule | zinc 50 mg |  | world | now пиколинат цинка, нау цинк пиколинат, нау фудс цинк, now цинк | now foods zinc picolinate, now zinc, now zinc picolinate 50
now_d3_5000 | NOW витамин D3 5000 МЕ | NOW Vitamin D3 5000 IU | capsule | cholecalciferol 5000 iu | gelatin | world | now д3 5000, нау д3 5000 | now d3 5000, now foods vitamin d3 5000
now_magnesium_citrate | NOW магния цитрат | NOW Magnesium Citrate | tablet | magnesium 200 mg |  | world | now цитрат магния, нау магний цитрат | now foods magnesium citrate
now_omega3 | NOW омега-3 | NOW Omega-3 | capsule | omega3 300 mg | gelatin | world | now омега 3, нау омега 3 | now foods omega-3, now omega 3
now_5htp_100 | NOW 5-HTP 100 мг | NOW 5-HTP 100 mg | capsule | five_htp 100 mg |  | world | now 5-htp, нау 5-htp, нау 5 htp | now foods 5-htp, now 5 htp
now_selenium_200 | NOW селен 200 мкг | NOW Selenium 200 mcg | capsule | selenium 200 mcg |  | world | now селен, нау селен | now selenium, now foods selenium
now_chromium_200 | NOW пиколинат хрома | NOW Chromium Picolinate | capsule | chromium 200 mcg |  | world | now хром, нау пиколинат хрома | now foods chromium picolinate
now_kelp_150 | NOW келп | NOW Kelp | tablet | iodine 150 mcg |  | world | now ламинария, нау келп | now foods kelp
now_vitamin_a_25000 | NOW витамин A 25 000 МЕ | NOW Vitamin A 25,000 IU | capsule | retinyl_palmitate 25000 iu | gelatin | world | now витамин а 25000, нау витамин а | now vitamin a 25000, now foods vitamin a
doctors_best_magnesium | Doctor's Best магний | Doctor's Best Magnesium | tablet | magnesium 100 mg |  | world | доктор бест магний, докторс бест магний | doctors best magnesium, doctor's best high absorption magnesium
nordic_ultimate_omega | Nordic Naturals Ultimate Omega | Nordic Naturals Ultimate Omega | capsule | omega3 640 mg | gelatin | world | нордик натуралс омега, нордик омега | nordic ultimate omega, ultimate omega
carlson_elite_omega | Carlson Elite Omega-3 | Carlson Elite Omega-3 | capsule | omega3 800 mg; vitamin_e 10 mg | gelatin | world | карлсон омега 3 | carlson omega-3 gems elite
evalar_d3_2000 | Эвалар витамин D3 2000 МЕ | Evalar Vitamin D3 2000 IU | tablet | cholecalciferol 2000 iu |  | ru | эвалар витамин д3, эвалар д3 2000, витамин д солнце эвалар | evalar vitamin d3
zma | ZMA | ZMA | capsule | zinc_monomethionine 33 mg; magnesium 150 mg; b6 3.5 mg | gelatin | world | зма | zinc magnesium aspartate
maxler_creatine | Maxler креатин | Maxler Creatine | gram | creatine_monohydrate 1 g |  | world | макслер креатин, креатин макслер | maxler 100% creatine, maxler creatine monohydrate
maxler_golden_whey | Maxler 100% Golden Whey | Maxler 100% Golden Whey | portion | whey 22 g | soy_lecithin | world | макслер протеин, протеин макслер, макслер голден вей | maxler whey, maxler golden whey
maxler_vitamen | Maxler VitaMen | Maxler VitaMen | tablet | retinol ? mcg; vitamin_c ? mg; vitamin_d ? mcg; vitamin_e ? mg; niacin ? mg; b6 ? mg; folate ? mcg; zinc ? mg; selenium ? mcg; magnesium ? mg; calcium ? mg; iodine ? mcg |  | world | макслер витамен, витамен макслер, maxler витамины | maxler vitamins
on_gold_standard_whey | Optimum Nutrition Gold Standard Whey | Optimum Nutrition Gold Standard Whey | portion | whey 24 g | soy_lecithin | world | оптимум нутришн вей, оптимум протеин, голд стандарт вей, голд стандарт протеин | optimum nutrition whey, gold standard whey, on whey, on gold standard
on_casein | Optimum Nutrition Gold Standard Casein | Optimum Nutrition Gold Standard Casein | portion | casein 24 g | soy_lecithin | world | голд стандарт казеин, оптимум казеин | gold standard casein, optimum nutrition casein
on_serious_mass | Optimum Nutrition Serious Mass | Optimum Nutrition Serious Mass | portion | gainer 334 g; creatine_monohydrate 3 g | soy_lecithin | world | сириус масс, оптимум гейнер | serious mass
on_creatine | Optimum Nutrition Micronized Creatine | Optimum Nutrition Micronized Creatine | gram | creatine_monohydrate 1 g |  | world | оптимум креатин, креатин оптимум | optimum nutrition creatine, on creatine, micronized creatine powder
myprotein_impact_whey | Myprotein Impact Whey | Myprotein Impact Whey | portion | whey 20 g | soy_lecithin | world | майпротеин вей, майпротеин, май протеин | impact whey, myprotein whey
c4_original | Cellucor C4 Original | Cellucor C4 Original | portion | caffeine 200 mg; beta_alanine 1.6 g; creatine ? g; arginine ? g; tyrosine ? mg; vitamin_c 90 mg; niacin 30 mg; b12 35 mcg |  | world | с4, си 4, целлюкор с4, предтрен с4 | c4, c4 pre-workout, cellucor c4
no_xplode | BSN N.O.-Xplode | BSN N.O.-Xplode | portion | caffeine 275 mg; beta_alanine 1.8 g; creatine ? g; tyrosine ? mg; niacin 20 mg; folic_acid 200 mcg; taurine ? mg |  | world | но эксплод, ноу эксплод, no xplode | no-xplode, bsn no xplode, no explode
jack3d_original | Jack3d (старый состав) | Jack3d (original) | portion | dmaa ? mg; caffeine ? mg; creatine ? g; beta_alanine ? g; arginine ? g; schisandra ? mg |  | world | джек 3д, джек3д | jack3d, usplabs jack3d
oxyelite_pro | OxyElite Pro (старый состав) | OxyElite Pro (original) | capsule | dmaa ? mg; caffeine 100 mg; yohimbine ? mg | gelatin | world | окси элит про, оксиэлит | oxyelite, oxyelite pro
black_spider | Black Spider | Black Spider | capsule | ephedra 25 mg; caffeine ? mg; synephrine ? mg; yohimbine ? mg | gelatin | world | блэк спайдер, чёрный паук | cloma pharma black spider
lipo_6_black | Nutrex Lipo-6 Black | Nutrex Lipo-6 Black | capsule | caffeine 200 mg; yohimbine ? mg; synephrine ? mg |  | world | липо 6 блэк, липо 6, липо-6 | lipo 6 black, lipo-6 black, lipo 6
bronkaid | Bronkaid | Bronkaid | tablet | ephedrine 25 mg | | world medicine | бронкейд | bronkaid max, primatene tablets
red_bull | Red Bull | Red Bull | portion | caffeine 80 mg; taurine 1000 mg; nicotinamide 20 mg; b6 5 mg; b5 5 mg; b12 5 mcg; carbohydrate 27 g | sucrose | world | ред булл, ред бул, редбулл, редбул | redbull
red_bull_sugarfree | Red Bull без сахара | Red Bull Sugarfree | portion | caffeine 80 mg; taurine 1000 mg; nicotinamide 20 mg; b6 5 mg; b5 5 mg; b12 5 mcg; aspartame ? mg | aspartame | world | ред булл без сахара, редбулл без сахара | sugar free red bull, red bull sugar free
monster_energy | Monster Energy | Monster Energy | portion | caffeine 160 mg; taurine 2000 mg; niacin 42 mg; b6 4 mg; b2 3.5 mg; b12 12.5 mcg; ginseng ? mg; carnitine ? mg; carbohydrate 55 g | sucrose | world | монстр, монстер, монстр энерджи | monster, monster energy drink
adrenaline_rush | Adrenaline Rush | Adrenaline Rush | portion | caffeine 135 mg; taurine ? mg; ginseng ? mg; guarana ? mg; carnitine ? mg; b6 ? mg; carbohydrate 50 g | sucrose | world | адреналин раш, адреналин раш энергетик | adrenaline rush energy drink
burn_energy | энергетик Burn | Burn energy drink | portion | caffeine 144 mg; taurine 1800 mg; guarana ? mg; niacin ? mg; b6 ? mg; carbohydrate 58 g | sucrose | world | бёрн, берн энергетик, бёрн энергетик | burn energy
`

/** Kinds of products named instead of one: what such a product mostly holds, in amounts nobody said. */
const kinds = `
multivitamin | мультивитамины | multivitamin | tablet | retinol ? mcg; vitamin_d ? mcg; vitamin_e ? mg; vitamin_k ? mcg; vitamin_c ? mg; b1 ? mg; b2 ? mg; nicotinamide ? mg; b6 ? mg; folic_acid ? mcg; b12 ? mcg; iron ? mg; zinc ? mg; iodine ? mcg; selenium ? mcg; magnesium ? mg | | world | поливитамины, витаминный комплекс, комплекс витаминов, витаминно-минеральный комплекс | multi, multis, multivits, gummy vitamins, multivitamin gummies, multimineral
b_complex | комплекс витаминов группы B | B complex | tablet | b1 ? mg; b2 ? mg; nicotinamide ? mg; b5 ? mg; b6 ? mg; biotin ? mcg; folic_acid ? mcg; b12 ? mcg | | world | витамины группы b, витамины группы б, витамины группы в, b-комплекс, б-комплекс, комплекс b, комплекс б | vitamin b complex, b-complex, b vitamins
prenatal_vitamins | витамины для беременных | prenatal vitamins | tablet | folic_acid ? mcg; iodine ? mcg; iron ? mg; vitamin_d ? mcg; vitamin_c ? mg; vitamin_e ? mg; b6 ? mg; b12 ? mcg; magnesium ? mg; zinc ? mg | | world | пренатальные витамины, витамины при беременности, пренатальный комплекс | prenatal, prenatals, prenatal vitamin, prenatal multivitamin, pregnancy vitamins
pre_workout | предтренировочный комплекс | pre-workout | portion | caffeine ? mg; beta_alanine ? g; citrulline ? g | | world | предтрен, предтреник, предтренировочник, предтренировочная добавка | preworkout, pre workout drink, pre workout supplement
fat_burner | жиросжигатель | fat burner | capsule | caffeine ? mg; green_tea_extract ? mg; carnitine ? mg | | world | жиросжигающий комплекс, термогеник | fat burners, thermogenic, thermogenic fat burner
`

const tables = [vitamins, minerals, multi, amino, plants, brands, kinds].join('\n')

export const PRODUCTS: readonly Product[] = rows(tables, 9).map(entry)
