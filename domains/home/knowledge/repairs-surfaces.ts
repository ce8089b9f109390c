/** Walls, floors, doors, windows and what hangs on them. */
import { type RepairEntry, repair, t } from './entries.ts'

const beforeDrilling = t(
  'Проверьте искателем проводку и трубы; над и под розетками и выключателями не сверлите.',
  'Check for wires and pipes with a detector; never drill above or below sockets and switches.',
)
const hitSomething = t(
  'Искры, вода или запах газа из отверстия: дрель убрать, воду, ток или газ отключить, звонить аварийной.',
  'Sparks, water or a smell of gas from the hole: drill out, shut water, power or gas, call the emergency service.',
)
const oldHouse = t(
  'Старая краска или плитка: сначала проба на свинец и асбест, без сухой шлифовки.',
  'Old paint or tiles: have them tested for lead and asbestos first, no dry sanding.',
)

export const surfaceRepairs: readonly RepairEntry[] = [
  repair({
    id: 'shelf',
    title: t('Повесить полку', 'Hanging a shelf'),
    verdict: 'with_care',
    match:
      'полка|полку|полки|полок, карниз|карниза|гардина, картина|картину|зеркало повесить|вешать, телевизор повесить|кронштейн, shelf, shelves, curtain rail|rod, hang picture|mirror|tv',
    steps: [
      t(
        'Узнайте стену: бетон, кирпич, гипсокартон; под каждый свой дюбель.',
        'Find out what the wall is: concrete, brick, plasterboard; each takes its own plug.',
      ),
      beforeDrilling,
      t('Разметьте по уровню, сверлите, забейте дюбели, притяните.', 'Mark by level, drill, set plugs, fasten.'),
      t('Нагрузите сперва наполовину.', 'Load it half at first.'),
    ],
    tools: [t('дрель, уровень, искатель проводки, дюбели, очки', 'drill, level, wire detector, plugs, goggles')],
    stopRules: [
      hitSomething,
      t(
        'Гипсокартон и тяжёлое: только в стойку или усиленным анкером.',
        'Plasterboard and a heavy load: into a stud or a hollow-wall anchor only.',
      ),
    ],
    followUp: { text: t('Проверить, не просела ли полка', 'Check that the shelf has not sagged'), afterDays: 7 },
    sources: 'maker_anchor esf',
  }),
  repair({
    id: 'drilling',
    title: t('Сверлить стену', 'Drilling a wall'),
    verdict: 'with_care',
    match:
      'сверлить|просверлить|сверление|дырка|отверстие|бурить стена|стену|стене, drill|drilling wall|hole, просверлил|пробил провод|кабель|труба|трубу',
    steps: [
      beforeDrilling,
      t(
        'Отключите автомат комнаты, если стена с проводкой; дрель возьмите от другой линии.',
        'Switch that room off at the breaker if wires may be there; power the drill elsewhere.',
      ),
      t('Пилотное отверстие тонким сверлом, пыль уберите пылесосом.', 'Pilot hole with a thin bit, vacuum the dust.'),
    ],
    tools: [t('дрель или перфоратор, искатель, очки, маска', 'drill, detector, goggles, mask')],
    stopRules: [
      hitSomething,
      oldHouse,
      t('Несущая стена: без штроб и проёмов.', 'A load-bearing wall: no chases or openings.'),
    ],
    sources: 'maker_anchor esf hse_asbestos',
  }),
  repair({
    id: 'squeaky_door',
    title: t('Скрипит дверь', 'Squeaky door'),
    verdict: 'do_it_yourself',
    match:
      'скрипит|скрип|скрипеть дверь|двери|петли|петля, петли|петля дверь|двери, squeaky|squeaks|squeaking|creaking door|hinge, hinge',
    steps: [
      t(
        'Приподнимите дверь и капните силиконовой или графитовой смазки на петли.',
        'Lift the door a little and put silicone or graphite lubricant on the hinges.',
      ),
      t('Покачайте дверь, лишнее вытрите.', 'Swing the door, wipe off what is left.'),
      t('Подтяните винты петель.', 'Tighten the hinge screws.'),
    ],
    tools: [t('смазка, отвёртка, тряпка', 'lubricant, screwdriver, cloth')],
    stopRules: [
      t(
        'Дверь провисла или тяжёлая входная: снимать вдвоём или с мастером.',
        'A sagging or heavy entrance door: take it down with a helper or a professional.',
      ),
    ],
    followUp: { text: t('Смазать петли', 'Lubricate the hinges'), afterDays: 365 },
    sources: 'maker_lock',
  }),
  repair({
    id: 'door_lock',
    title: t('Замена личинки замка', 'Replacing a door cylinder'),
    verdict: 'with_care',
    match: 'замок|замка|замке|личинка|личинку, door lock, lock cylinder|replace|change, lock, ключ застрял|сломался',
    steps: [
      t('При открытой двери выкрутите винт с торца.', 'With the door open, undo the screw in its edge.'),
      t(
        'Поверните ключ на несколько градусов и вытяните личинку.',
        'Turn the key a few degrees and pull the cylinder out.',
      ),
      t(
        'Измерьте плечи от винта до краёв и купите такую же.',
        'Measure both sides from the screw and buy the same size.',
      ),
      t('Поставьте и проверьте ключом при открытой двери.', 'Fit it and try the key with the door open.'),
    ],
    tools: [t('крестовая отвёртка, линейка', 'cross screwdriver, ruler')],
    stopRules: [
      t(
        'Дверь заперта и не открывается: вызовите вскрытие, не ломайте.',
        'The door is locked shut: call a locksmith, do not break it.',
      ),
      t('Внутри ребёнок или плита включена: 112.', 'A child or a lit cooker is inside: emergency number.'),
    ],
    followUp: { text: t('Проверить все ключи', 'Try all the keys'), afterDays: 1 },
    sources: 'maker_lock',
  }),
  repair({
    id: 'mould',
    title: t('Плесень на стене', 'Mould on a wall'),
    verdict: 'with_care',
    match:
      'плесень|плесени|плесенью, грибок стена|ванная|ванной|угол, mould, mold, mildew, черные пятна стена|угол|потолок',
    steps: [
      t(
        'Найдите влагу: течь, холодный угол, вытяжку без тяги.',
        'Find the moisture: a leak, a cold corner, a dead vent.',
      ),
      t(
        'В перчатках и маске смойте водой с моющим, высушите; пористое с плесенью выбросьте.',
        'In gloves and mask wash with water and detergent, dry; throw out porous mouldy stuff.',
      ),
      t(
        'Одно средство за раз: хлорное не сочетать с уксусом и аммиаком.',
        'One product at a time: no bleach with vinegar or ammonia.',
      ),
      t('Проветривайте и держите влажность ниже 60 %.', 'Air the room and keep humidity below 60 %.'),
    ],
    tools: [t('маска, перчатки, щётка, моющее', 'mask, gloves, brush, detergent')],
    stopRules: [
      t(
        'Больше квадратного метра, после потопа или в вентиляции: специалист.',
        'More than a square metre, after a flood, or in the ducts: a professional.',
      ),
      t(
        'Астма, беременность, слабый иммунитет: сами не убирайте.',
        'Asthma, pregnancy, weak immunity: do not clean it yourself.',
      ),
    ],
    followUp: { text: t('Осмотреть угол на плесень', 'Look at the corner for mould'), afterDays: 14 },
    sources: 'epa_mould rospotrebnadzor_mould',
  }),
  repair({
    id: 'wallpaper',
    title: t('Обои отклеились', 'Wallpaper'),
    verdict: 'do_it_yourself',
    match: 'обои|обоев|обоями|обоях, wallpaper',
    steps: [
      t(
        'Отогните край, снимите пыль, промажьте клеем для обоев.',
        'Fold the edge back, dust it, brush on wallpaper paste.',
      ),
      t(
        'Пригладьте валиком от середины, лишний клей сотрите.',
        'Roll from the middle out and wipe the extra paste off.',
      ),
      t(
        'Новые клейте на сухую грунтованную стену без сквозняка.',
        'Hang new paper on a dry primed wall without a draught.',
      ),
    ],
    tools: [t('клей, валик, кисть, нож', 'paste, roller, brush, knife')],
    stopRules: [
      t('Режете у розетки: отключите автомат.', 'Cutting at a socket: switch the breaker off.'),
      t(
        'Под обоями сырость или плесень: сначала вода, потом обои.',
        'Damp or mould below: first the water, then the paper.',
      ),
    ],
    sources: 'maker_glue esf',
  }),
  repair({
    id: 'tile',
    title: t('Отвалилась плитка', 'Loose tile'),
    verdict: 'do_it_yourself',
    match: 'плитка|плитку|плитки|кафель, затирка|затирку|швы, tile, tiles, grout, tiling',
    steps: [
      t(
        'Снимите плитку, зачистите клей, обеспыльте и загрунтуйте.',
        'Take the tile off, scrape the adhesive, dust and prime.',
      ),
      t(
        'Клей на стену гребёнкой, плитку прижать, вставить крестики.',
        'Comb adhesive on, press the tile, set spacers.',
      ),
      t('Через сутки затереть швы.', 'Grout after a day.'),
    ],
    tools: [t('шпатель, клей, затирка, крестики, очки', 'notched trowel, adhesive, grout, spacers, goggles')],
    stopRules: [
      oldHouse,
      t('Под плиткой мокро или отходит пластами: ищите течь.', 'Wet behind, or whole sheets come off: find the leak.'),
    ],
    followUp: { text: t('Простучать соседние плитки', 'Tap the tiles around it'), afterDays: 7 },
    sources: 'maker_glue hse_asbestos',
  }),
  repair({
    id: 'parquet',
    title: t('Скрипит или вспучился пол', 'Parquet or laminate'),
    verdict: 'with_care',
    match:
      'паркет|паркета|ламинат|ламината, пол скрипит|вздулся|вспучился, доска пола, parquet, laminate, floor squeaks|creaks|swollen, floorboard',
    steps: [
      t(
        'Уберите воду и дайте зазор у стен: не меньше 8 миллиметров.',
        'Take the water away and leave an expansion gap of at least 8 millimetres.',
      ),
      t(
        'Вздувшуюся планку замените, новую дайте полежать два дня в комнате.',
        'Replace a swollen board; let the new one rest in the room for two days.',
      ),
      t(
        'Скрип доски снимает шуруп в лагу, паркета клей по инструкции.',
        'A board stops creaking with a screw into the joist, parquet with adhesive by its manual.',
      ),
    ],
    tools: [t('подбойка, клинья, клей', 'tapping block, wedges, adhesive')],
    stopRules: [
      t(
        'Пол проваливается или пружинит сильнее прежнего: инженер.',
        'The floor gives way or springs more than before: an engineer.',
      ),
      t('Под полом тёплый кабель или трубы: не сверлить.', 'Heating cable or pipes below: do not drill.'),
      oldHouse,
    ],
    followUp: { text: t('Проверить, не вздулся ли пол снова', 'Check the floor for swelling'), afterDays: 30 },
    sources: 'maker_floor',
  }),
  repair({
    id: 'silicone',
    title: t('Герметик в ванной', 'Silicone joint in the bath'),
    verdict: 'do_it_yourself',
    match: 'герметик|герметика|герметиком|силикон|силикона, шов ванна|ванной|душ, sealant, silicone, caulk',
    steps: [
      t(
        'Срежьте старый силикон, обезжирьте, высушите сутки.',
        'Cut the old silicone out, degrease, let it dry for a day.',
      ),
      t(
        'Наполните ванну водой, выложите шов, пригладьте мокрым пальцем.',
        'Fill the bath with water, lay the joint, smooth it with a wet finger.',
      ),
      t('Сутки не мочите, окно открыто.', 'Keep it dry for a day with a window open.'),
    ],
    tools: [t('нож, пистолет, герметик с фунгицидом, малярный скотч', 'knife, gun, fungicidal sealant, masking tape')],
    stopRules: [
      t(
        'Шов снова расходится: ванна качается, закрепите её сначала.',
        'The joint opens again: the bath moves, fix that first.',
      ),
    ],
    followUp: { text: t('Осмотреть шов ванны', 'Look over the bath joint'), afterDays: 90 },
    sources: 'maker_glue',
  }),
  repair({
    id: 'window_adjust',
    title: t('Дует из окна', 'Draughty window'),
    verdict: 'do_it_yourself',
    match:
      'окно|окна|окон дует|продувает|сквозит|не закрывается|регулировка|зимний, окно|окна уплотнитель, window draught|draft|drafty|draughty|adjust|seal, window, windows, окно, окна',
    steps: [
      t(
        'Проведите рукой или листом бумаги по притвору: где лист не держит, там дует.',
        'Run a sheet of paper round the sash: where it slips, air comes in.',
      ),
      t(
        'Смажьте уплотнитель силиконом и поверните эксцентрики на полоборота.',
        'Put silicone on the seal and turn the cams half a turn.',
      ),
      t(
        'Створку держите закрытой, открывать её для работы не нужно.',
        'Keep the sash closed; the work does not need it open.',
      ),
    ],
    tools: [t('шестигранник, силиконовая смазка', 'hex key, silicone lubricant')],
    stopRules: [
      t(
        'Выше первого этажа наружу не тянуться и створку не снимать: оконная фирма.',
        'Above the ground floor do not reach outside or take the sash down: a window firm.',
      ),
      t('Треснул стеклопакет: плёнка изнутри и мастер.', 'A cracked pane: film inside and a professional.'),
    ],
    followUp: { text: t('Перевести окна на лето или зиму', 'Set the windows for the season'), afterDays: 180 },
    sources: 'maker_window hse_heights',
  }),
  repair({
    id: 'paint_wall',
    title: t('Покраска и шпаклёвка стены', 'Painting and filling a wall'),
    verdict: 'do_it_yourself',
    match:
      'покрасить|красить|покраска|шпаклевка|шпаклевать|побелить стена|стену|стены|потолок, краска стена|стены, дырка обои|шпаклевка, paint|painting|filler|plaster wall|ceiling, заделать дырка|дырку',
    steps: [
      t(
        'Снимите рыхлое, загрунтуйте, зашпаклюйте, через сутки зашкурьте в маске.',
        'Scrape loose bits, prime, fill, sand after a day in a mask.',
      ),
      t('Красьте в два слоя при открытом окне.', 'Paint two coats with a window open.'),
    ],
    tools: [t('шпатель, грунт, валик, маска', 'filling knife, primer, roller, mask')],
    stopRules: [
      oldHouse,
      t('Трещина возвращается: это стена, а не краска.', 'The crack comes back: it is the wall, not the paint.'),
    ],
    sources: 'maker_glue epa_lead',
  }),
  repair({
    id: 'furniture',
    title: t('Мебель: петли, ящики, крепление к стене', 'Furniture: hinges, drawers, wall fixing'),
    verdict: 'do_it_yourself',
    match:
      'шкаф|шкафа|дверца|дверцу|ящик|ящика|комод|стул|стол шатается, wardrobe, cabinet, drawer, furniture, chair wobbles|wobbly',
    steps: [
      t(
        'Отрегулируйте петли крестовой отвёрткой: вбок, вглубь, вверх.',
        'Adjust the hinges by cross screwdriver: sideways, in, up.',
      ),
      t(
        'Разболтанное отверстие забейте спичкой с клеем и закрутите снова.',
        'Fill a worn hole with a matchstick and glue, then screw again.',
      ),
      t('Высокое и узкое прикрепите к стене.', 'Fix what is tall and narrow to the wall.'),
    ],
    tools: [t('отвёртка, клей, уголок', 'screwdriver, glue, bracket')],
    stopRules: [
      hitSomething,
      t('Стекло в дверце треснуло: снимать в перчатках.', 'A cracked glass door: take it off in gloves.'),
    ],
    sources: 'maker_anchor',
  }),
  repair({
    id: 'blinds_screen',
    title: t('Москитная сетка и жалюзи', 'Fly screen and blinds'),
    verdict: 'with_care',
    match:
      'москитная|москитную|москитной|сетка окно|сетку, жалюзи|рулонная штора, fly screen, mosquito net, blinds, blind',
    steps: [
      t('Сетку снимайте внутрь, двумя руками за ручки.', 'Take the screen inwards, both hands on its grips.'),
      t(
        'Вымойте с мягким моющим, высушите, верните на крепления.',
        'Wash it with mild detergent, dry, put it back on its clips.',
      ),
    ],
    tools: [t('губка, отвёртка', 'sponge, screwdriver')],
    stopRules: [
      t(
        'Крепление снаружи не держит или вы выше первого этажа и нужно высунуться: оконная фирма.',
        'The outside clip fails, or you would have to lean out above the ground floor: a window firm.',
      ),
      t('Сетка людей и животных не удержит.', 'The screen holds neither people nor pets.'),
    ],
    followUp: { text: t('Снять сетку на зиму', 'Take the screen down for winter'), afterDays: 180 },
    sources: 'maker_window hse_heights',
  }),
]
