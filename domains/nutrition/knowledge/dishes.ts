/** Dishes of menus in Russia and Britain: what they are made of and how much of it, g, from a small plate to a large one. */
import { rows } from './rows.ts'
import { type Dish, listed, mealKind } from './shapes.ts'

// id | meal it is the main thing of, `+meal` where it stands beside | Russian name | English name | parts
// A part is `food low-high`, `food/food` for one of them, `food?` where the dish is itself without it.
const breakfasts = `
oats_milk | breakfast | овсяная каша на молоке с бананом | milk porridge with banana | oats 40-90, milk 150-250, banana 60-150, butter? 5-10
oats_nuts | breakfast | овсянка на воде с яблоком и орехами | porridge with apple and nuts | oats 40-100, apple 80-150, walnuts/hazelnuts/almonds 10-40, honey? 5-20
oats_soy | breakfast | овсянка на соевом молоке с ягодами | soya milk porridge with berries | oats 40-100, soy_milk 150-250, blueberries/strawberries/raspberries 60-150, walnuts? 5-25
omelette | breakfast | омлет с сыром и помидорами | cheese and tomato omelette | egg 100-200, gouda 15-40, tomato 80-150, butter 5-10, rye_bread/wholemeal_bread? 30-90
eggs_bread | breakfast | варёные яйца с хлебом и огурцами | boiled eggs with bread and cucumber | egg 50-150, rye_bread/wholemeal_bread 40-110, cucumber 80-150, butter? 5-15
eggs_ham | breakfast | яичница с ветчиной | fried eggs with ham | egg 100-150, ham 30-70, sunflower_oil/olive_oil 5-10, white_bread/wholemeal_bread? 40-100, cucumber 60-120
avocado_toast | breakfast | тост с авокадо и яйцом | avocado toast with egg | wholemeal_bread/white_bread 40-110, avocado 40-100, egg 50-150, tomato? 60-120
tvorog_berries | breakfast | творог с ягодами и мёдом | tvorog with berries and honey | tvorog 120-250, strawberries/blueberries/raspberries 80-150, honey 5-30, sour_cream? 10-40
tvorog_apricots | breakfast | творог с курагой и орехами | tvorog with dried apricots and nuts | tvorog 120-250, dried_apricots 20-60, walnuts/almonds/hazelnuts 10-40
yogurt_granola | breakfast | йогурт с гранолой и фруктами | yogurt with granola and fruit | yogurt/greek_yogurt 150-250, granola 30-90, banana/pear/peach 80-150
beans_toast | breakfast | тосты с фасолью в томате | beans on toast | baked_beans 150-250, wholemeal_bread/white_bread 50-120, cheddar? 15-40
peanut_toast | breakfast | тосты с арахисовой пастой и бананом | peanut butter and banana toast | wholemeal_bread/white_bread 50-110, peanut_butter 15-50, banana 80-130
cottage_crispbread | breakfast | хлебцы с зернёным творогом и огурцом | crispbread with cottage cheese and cucumber | crispbread 20-70, cottage_cheese 100-220, cucumber 60-120
pancakes | breakfast | блины со сметаной и вареньем | pancakes with sour cream and jam | pancakes 100-220, sour_cream 15-45, jam 15-45
buckwheat_milk | breakfast | гречка с молоком | buckwheat with milk | buckwheat 150-320, milk 150-250, butter 5-15
buckwheat_egg | breakfast | гречка с яйцом и помидорами | buckwheat with egg and tomatoes | buckwheat 150-320, egg 50-150, tomato 80-150, butter/olive_oil 5-15
millet_pumpkin | breakfast | пшённая каша с тыквой | millet porridge with pumpkin | millet 120-250, milk 100-200, pumpkin 60-120, butter? 5-15, honey? 5-15
rice_raisins | breakfast | рисовая каша с изюмом | rice porridge with raisins | rice 120-250, milk 150-250, raisins 15-40, butter? 5-15
rice_banana | breakfast | рис с бананом и семечками | rice with banana and seeds | rice 150-300, banana 80-150, pumpkin_seeds/sunflower_seeds 15-40, honey? 5-20
semolina | breakfast | манная каша с вареньем | semolina porridge with jam | semolina 30-60, milk 200-300, jam 15-40, butter? 5-10
corn_prunes | breakfast | кукурузная каша с сухофруктами | polenta porridge with dried fruit | cornmeal 40-100, dates/prunes/dried_apricots 20-60, butter/olive_oil 5-15
tofu_toast | breakfast | жареный тофу с овощами | fried tofu with vegetables | tofu 100-220, tomato/pepper 80-150, sunflower_oil/olive_oil 5-10, wholemeal_bread/rye_bread? 40-100
hummus_pita | breakfast | пита с хумусом и овощами | pita with hummus and vegetables | pita 50-110, hummus 40-120, tomato 60-120, cucumber 60-120
quinoa_berries | breakfast | киноа с ягодами и миндалём | quinoa with berries and almonds | quinoa 120-280, raspberries/strawberries/blueberries 60-150, almonds 10-40, honey? 5-20
`

const lunches = `
borscht | lunch | борщ с говядиной | borscht with beef | beef 60-140, beetroot 60-120, cabbage 50-100, potato 60-180, rye_bread? 30-100
shchi | lunch | щи с курицей | cabbage soup with chicken | chicken_thigh/chicken_breast 70-160, cabbage 100-180, potato 80-200, carrot 20-50, rye_bread? 30-100
pea_soup | lunch | гороховый суп с ветчиной | pea and ham soup | split_peas 120-250, ham 40-90, potato 60-150, carrot 20-50, rye_bread/white_bread? 30-90
lentil_soup | lunch | чечевичный суп | lentil soup | lentils 150-320, potato 60-180, carrot 30-60, olive_oil/sunflower_oil 5-15, rye_bread/pita? 30-100
fish_soup | lunch | уха с картофелем | fish soup with potatoes | zander/cod/trout 100-200, potato 100-250, carrot 30-60, onion 20-40, rye_bread? 30-100
noodle_soup | lunch | куриная лапша | chicken noodle soup | chicken_breast/chicken_thigh 80-160, pasta 80-200, carrot 30-60, onion 20-40, rye_bread/white_bread? 30-90
rassolnik | lunch | рассольник с говядиной | beef, barley and pickle soup | beef 60-140, pearl_barley 80-200, pickle 40-80, potato 60-150, rye_bread? 30-90
buckwheat_chicken | lunch | гречка с куриной грудкой и огурцами | buckwheat with chicken breast and cucumber | buckwheat 120-350, chicken_breast 80-220, cucumber 80-150, sunflower_oil/olive_oil 5-15
turkey_meatballs | lunch | тефтели из индейки с рисом | turkey meatballs with rice | turkey_mince 80-200, rice 120-320, tomato_sauce 50-100, cabbage 60-120
chicken_pasta | lunch | паста с курицей и брокколи | pasta with chicken and broccoli | pasta 120-320, chicken_breast 80-200, broccoli 80-150, olive_oil/sunflower_oil 5-15, gouda? 10-30
turkey_bulgur | lunch | индейка с булгуром и помидорами | turkey with bulgur and tomatoes | turkey_breast 80-220, bulgur 150-350, tomato 80-150, olive_oil/sunflower_oil 5-15
beef_potatoes | lunch | тушёная говядина с картофелем | beef stew with potatoes | beef 80-190, potato 150-380, carrot 40-80, butter/sunflower_oil 5-10, pickle? 40-80
bolognese | lunch | паста болоньезе | spaghetti bolognese | pasta 120-340, beef_mince 70-180, tomato_sauce 80-150, gouda/cheddar? 10-30
plov | lunch | плов с бараниной | lamb pilaf | rice 150-340, lamb 70-170, carrot 40-80, onion 20-50, sunflower_oil/olive_oil 5-15
pork_potatoes | lunch | свинина с картофелем и квашеной капустой | roast pork with potatoes and sauerkraut | pork_loin 80-170, baked_potato 150-380, sauerkraut 60-130, sunflower_oil/olive_oil 5-10
cod_potatoes | lunch | белая рыба с картофелем и горошком | white fish with potatoes and peas | cod/haddock 110-230, potato 150-380, green_peas 60-130, butter/olive_oil 5-15
salmon_rice | lunch | лосось с рисом и брокколи | salmon with rice and broccoli | salmon 80-180, rice 120-320, broccoli 80-160
tuna_potato | lunch | запечённый картофель с тунцом и кукурузой | jacket potato with tuna and sweetcorn | baked_potato 200-420, tuna 80-200, sweetcorn 40-100, butter/olive_oil 5-15
beans_potato | lunch | запечённый картофель с фасолью в томате | jacket potato with baked beans | baked_potato 200-420, baked_beans 150-280, butter/olive_oil 5-15, cheddar/gouda? 15-50
beans_rice | lunch | рис с красной фасолью и перцем | rice with kidney beans and peppers | rice 150-340, kidney_beans 120-280, pepper 60-120, tomato_sauce 60-120, olive_oil/sunflower_oil 5-15
chickpea_rice | lunch | нут с рисом и баклажанами | chickpeas with rice and aubergine | chickpeas 120-280, rice 120-320, aubergine 80-150, olive_oil/sunflower_oil 5-15
lentil_rice | lunch | чечевица с рисом и морковью | lentil dal with rice and carrots | lentils 150-320, rice 120-300, carrot 40-80, onion 20-50, olive_oil/sunflower_oil 5-15
tofu_rice | lunch | тофу с рисом и овощами | tofu with rice and vegetables | tofu 120-260, rice 150-320, broccoli/courgette 60-130, sunflower_oil/olive_oil 5-15
`

const dinners = `
pink_salmon_courgettes | dinner | горбуша с кабачками и картофелем | pink salmon with courgettes and potatoes | pink_salmon 90-200, courgette 80-160, potato 100-300, olive_oil/sunflower_oil 5-15
pollock_rice | dinner | минтай с рисом и морковью | pollock with rice and carrots | pollock 110-230, rice 100-280, carrot 50-100, onion 20-40, sunflower_oil/olive_oil 5-15
mackerel_potatoes | dinner | скумбрия с картофелем и капустой | mackerel with potatoes and cabbage | mackerel 70-150, baked_potato 120-320, cabbage 80-150
trout_buckwheat | dinner | форель с гречкой и помидорами | trout with buckwheat and tomatoes | trout 80-180, buckwheat 120-320, tomato 80-150, olive_oil/sunflower_oil 5-10
zander_mash | dinner | белая рыба с картофельным пюре | white fish with mashed potatoes | zander/haddock 110-230, potato 150-350, milk 30-60, butter 5-15, cucumber 60-120
herring_beetroot | dinner | сельдь с картофелем и свёклой | herring with potatoes and beetroot | herring 60-120, potato 120-320, beetroot 60-130, onion 10-30
prawn_pasta | dinner | паста с креветками | prawn pasta | pasta 120-300, shrimp 80-180, tomato_sauce 60-120, olive_oil/sunflower_oil 5-20
chicken_courgettes | dinner | курица с кабачками и картофелем | chicken with courgettes and potatoes | chicken_thigh 80-190, courgette 100-200, potato 100-320, sunflower_oil/olive_oil 5-10
chicken_quinoa | dinner | тёплый салат с курицей и киноа | warm chicken and quinoa salad | chicken_breast 70-190, quinoa 100-260, tomato 60-120, lettuce? 30-60, olive_oil/sunflower_oil 5-20
chicken_couscous | dinner | курица с кускусом и овощами | chicken with couscous and vegetables | chicken_breast/chicken_thigh 70-190, couscous 120-300, pepper 60-120, courgette 60-120, olive_oil/sunflower_oil 5-15
turkey_cabbage | dinner | индейка с тушёной капустой | turkey with braised cabbage | turkey_breast 80-200, cabbage 150-250, potato 100-300, carrot 30-60, sunflower_oil/olive_oil 5-15
beef_vegetables | dinner | говядина с рисом и овощами | beef with rice and vegetables | beef 70-180, rice 100-280, mixed_vegetables/green_beans 80-180, sunflower_oil/olive_oil 5-10
stuffed_peppers | dinner | перец с говядиной и рисом | peppers with beef and rice | beef_mince 70-170, rice 80-240, pepper 120-200, tomato_sauce 50-100, sour_cream? 10-30
shepherds_pie | dinner | картофельная запеканка с бараниной | shepherd’s pie | lamb 70-160, potato 150-350, green_peas 50-100, carrot 30-60, butter/olive_oil 5-15
pork_buckwheat | dinner | свиная вырезка с гречкой и капустой | pork tenderloin with buckwheat and cabbage | pork_tenderloin 80-200, buckwheat 120-340, cabbage 80-150, sunflower_oil/olive_oil 5-15
tvorog_bake | dinner | творожная запеканка со сметаной | baked tvorog with sour cream | tvorog 150-280, egg 50-50, semolina 15-50, sour_cream 15-45, raisins? 10-30
mushroom_omelette | dinner | омлет с грибами и картофелем | mushroom and potato omelette | egg 100-200, mushrooms 60-130, potato 100-300, sunflower_oil/olive_oil 5-15
cauliflower_cheese | dinner | цветная капуста под сыром с картофелем | cauliflower cheese with potatoes | cauliflower 150-300, cheddar/gouda 40-90, milk 50-100, potato 100-320
greek_salad | dinner | греческий салат с питой | Greek salad with pita | feta 50-110, tomato 100-180, cucumber 80-150, olive_oil/sunflower_oil 5-20, pita 40-120
lentil_salad | dinner | салат с чечевицей и овощами | lentil salad with vegetables | lentils 150-320, tomato 60-120, cucumber 60-120, olive_oil/sunflower_oil 5-20, feta? 20-70
bean_stew | dinner | фасоль с баклажанами и помидорами | bean stew with aubergine and tomatoes | kidney_beans 150-320, aubergine 80-160, tomato 80-150, olive_oil/sunflower_oil 5-20, pita/rye_bread? 40-110
chickpea_potato | dinner | батат с нутом и шпинатом | sweet potato with chickpeas and spinach | sweet_potato 150-320, chickpeas 100-240, spinach? 30-80, olive_oil/sunflower_oil 5-20
tofu_buckwheat | dinner | тофу с гречкой и грибами | tofu with buckwheat and mushrooms | tofu 120-260, buckwheat 150-340, mushrooms 80-150, sunflower_oil/olive_oil 5-15
buckwheat_mushrooms | dinner | гречка с грибами и луком | buckwheat with mushrooms and onions | buckwheat 180-400, mushrooms 100-200, onion 30-60, sunflower_oil/olive_oil 5-20, sour_cream? 15-40
`

const snacks = `
yogurt_berries | snack +breakfast | греческий йогурт с ягодами | Greek yogurt with berries | greek_yogurt 125-200, blueberries/strawberries/raspberries 80-150
apple_nuts | snack | яблоко с орехами | apple and nuts | apple 120-200, walnuts/almonds/hazelnuts/cashews 10-40
kefir_crispbread | snack | кефир с хлебцами | kefir and crispbread | kefir 200-300, crispbread 10-40
kefir_banana | snack +dinner | кефир с бананом | kefir and a banana | kefir 200-300, banana 80-150
tvorog_peach | snack | творог с фруктами | tvorog with fruit | tvorog 80-180, peach/pear/plums 80-150
pear_cheese | snack | груша с сыром | pear and cheese | pear 100-180, gouda/cheddar 15-40
orange_seeds | snack | апельсин с тыквенными семечками | orange and pumpkin seeds | orange 120-200, pumpkin_seeds 10-40
grapefruit_nuts | snack | грейпфрут с орехами | grapefruit and nuts | grapefruit 150-250, almonds/hazelnuts/cashews 10-40
tangerines_chocolate | snack | мандарины и горький шоколад | tangerines and dark chocolate | tangerine 100-200, dark_chocolate 10-30
carrot_hummus | snack +dinner | морковь с хумусом | carrots and hummus | carrot 80-150, hummus 30-80
dried_fruit | snack | сухофрукты с семечками | dried fruit and seeds | dates/prunes/raisins 20-60, sunflower_seeds/pumpkin_seeds 10-35
egg_tomato | snack | яйцо с помидорами | egg and tomatoes | egg 50-100, tomato 100-180, rice_cakes/crispbread? 10-30
milk_biscuits | snack | молоко с овсяным печеньем | milk and oat biscuits | milk 200-250, oat_cookies 20-50
rice_cakes_peanut | snack | рисовые хлебцы с арахисовой пастой | rice cakes with peanut butter | rice_cakes 15-40, peanut_butter 10-35
yogurt_cherries | snack | йогурт с черешней | yogurt with cherries | yogurt/greek_yogurt 125-200, cherries 80-180
grapes_kiwi | snack | виноград и киви | grapes and kiwi fruit | grapes 80-200, kiwi 80-150
sardine_bread | snack | хлеб с сардинами | sardines on bread | rye_bread/wholemeal_bread 30-60, sardines 30-70, cucumber? 40-80
`

const beside = `
vegetable_soup | +lunch | овощной суп | vegetable soup | cabbage 60-120, potato 60-120, carrot 30-60, sour_cream? 10-20
cabbage_salad | +lunch +dinner | салат из капусты с морковью | cabbage and carrot salad | cabbage 80-150, carrot 20-50, sunflower_oil/olive_oil 5-10
tomato_salad | +lunch +dinner | салат из помидоров и огурцов | tomato and cucumber salad | tomato 80-150, cucumber 60-120, olive_oil/sunflower_oil 5-15
beetroot_salad | +lunch +dinner | свёкла с черносливом | beetroot with prunes | beetroot 80-150, prunes 15-40, walnuts? 5-15
avocado_salad | +lunch +dinner | авокадо с редисом | avocado and radish salad | avocado 50-120, radish 40-80
bread_butter | +breakfast +lunch | хлеб с маслом | bread and butter | rye_bread/wholemeal_bread/white_bread 25-80, butter 5-15
bread_cheese | +breakfast +lunch +dinner +snack | бутерброд с сыром | cheese sandwich | rye_bread/wholemeal_bread/white_bread 30-80, gouda/cheddar 15-50
mozzarella_salad | +lunch +dinner | помидоры с моцареллой | tomatoes with mozzarella | tomato 80-150, mozzarella 30-80
corn_cob | +lunch +dinner | варёная кукуруза | sweetcorn | sweetcorn 80-180
banana | +breakfast +snack | банан | banana | banana 100-200
fruit | +breakfast +lunch +dinner +snack | фрукты | fruit | apple/pear/orange/peach/grapes 120-250
orange_juice | +breakfast | апельсиновый сок | orange juice | orange_juice 150-300
kefir | +dinner +snack | кефир | kefir | kefir 200-300
nuts | +breakfast +snack | орехи | nuts | walnuts/hazelnuts/almonds/cashews 15-50
dried_apricots | +breakfast +snack | сухофрукты | dried fruit | dried_apricots/prunes/dates 20-60
rice_side | +lunch +dinner | рис на гарнир | rice on the side | brown_rice/rice 80-200
`

const partOf = (text: string): Dish['parts'][number] => {
  const [foods = '', range = ''] = text.split(' ')
  const [low = 0, high = 0] = range.split('-').map(Number)
  return { foods: foods.replace('?', '').split('/'), low, high, optional: foods.endsWith('?') }
}

export const DISHES: readonly Dish[] = rows([breakfasts, lunches, dinners, snacks, beside].join('\n'), 5).map(
  ([id = '', meals = '', ru = '', en = '', parts = '']) => {
    const words = meals.split(' ')
    const main = words.find((word) => !word.startsWith('+'))
    return {
      id,
      name: { ru, en },
      meal: main === undefined ? null : mealKind.parse(main),
      beside: words.filter((word) => word.startsWith('+')).map((word) => mealKind.parse(word.slice(1))),
      parts: listed(parts).map(partOf),
    }
  },
)
