/** Work that stops at a hazard: gas, carbon monoxide, mains, structure, heights, asbestos, lead, mercury, refrigerant. */
import { type RepairEntry, repair, t } from './entries.ts'

export const hazardRepairs: readonly RepairEntry[] = [
  repair({
    id: 'gas_smell',
    title: t('Запах газа', 'Smell of gas'),
    verdict: 'call_professional',
    hazard: true,
    emergency: true,
    match:
      'пахнет|запах|пахло|воняет|запахло газ|газом, утечка|утекает газ|газа, smell|smells|smelling|smelled gas, gas leak|leaking|leaks, шипит газ',
    steps: [
      t(
        'Не включайте и не выключайте ничего электрического, не зажигайте огонь.',
        'Switch nothing electrical on or off and light no flame.',
      ),
      t(
        'Откройте окна и закройте кран на газовой трубе, если он по пути.',
        'Open windows and shut the gas valve if it is on your way.',
      ),
      t('Выведите всех наружу.', 'Get everyone outside.'),
      t('С улицы позвоните 112 или 104.', 'Call the gas emergency line or the emergency number from outside.'),
    ],
    tools: [],
    stopRules: [
      t(
        'Не возвращайтесь, пока аварийная служба не разрешит.',
        'Do not go back before the emergency service allows it.',
      ),
      t('Утечку сами не ищите и не заматывайте.', 'Do not search for or tape up the leak yourself.'),
    ],
    sources: 'mchs_gas gas_register rf_gas_549',
  }),
  repair({
    id: 'co_alarm',
    title: t('Сработал датчик угарного газа', 'Carbon monoxide alarm'),
    verdict: 'call_professional',
    hazard: true,
    emergency: true,
    match:
      'датчик|сигнализатор|сигнализация|пищит|сработал|сработала угарный|угарного, угарный|угарного|угарным газ|газа, carbon monoxide, co alarm|detector, отравление|отравились угарным',
    steps: [
      t(
        'Выведите всех на воздух сразу, окна по пути настежь.',
        'Get everyone to fresh air at once, opening windows on the way.',
      ),
      t(
        'Звоните 112; головная боль, тошнота или сонливость: скажите об этом.',
        'Call the emergency number and say if there is headache, nausea or drowsiness.',
      ),
      t(
        'Не включайте котёл, колонку и печь, пока их не проверят.',
        'Do not use boiler, geyser or stove before they are checked.',
      ),
    ],
    tools: [],
    stopRules: [
      t('Не возвращайтесь за вещами.', 'Do not go back for belongings.'),
      t('Тягу и горелку проверяет только специалист.', 'Only a professional checks draught and burner.'),
    ],
    sources: 'cpsc_co hse_gas mchs_gas',
  }),
  repair({
    id: 'electric_shock',
    title: t('Бьёт током, искрит, дымит', 'Shocks, sparks or smoke from electrics'),
    verdict: 'call_professional',
    hazard: true,
    emergency: true,
    match:
      'бьет|бьют|ударило|щиплет ток|током, искрит|искрят|искры розетка|щиток|проводка|провод|выключатель, дымит|дымится|горит|оплавилась|оплавился|плавится|загорелась розетка|щиток|проводка|выключатель|удлинитель, electric|electrical shock, outlet|socket|panel|wiring|wire|switch sparks|sparking|smoking|burning|smoke|melted',
    steps: [
      t(
        'Не трогайте прибор и воду рядом; отключите автомат, если до него можно дойти сухим.',
        'Do not touch the appliance or water near it; switch the breaker off if you can reach it dry.',
      ),
      t('Дым или огонь: выйдите и звоните 112 или 101.', 'Smoke or fire: get out and call the emergency number.'),
      t('Вызовите электрика, до него не включайте.', 'Call an electrician and do not switch it on before.'),
    ],
    tools: [],
    stopRules: [
      t('Горящее под напряжением водой не тушат.', 'Never put water on live burning electrics.'),
      t(
        'Человека под током не трогайте, пока не снято напряжение.',
        'Do not touch a person under current before the power is off.',
      ),
    ],
    sources: 'mchs_electric esf',
  }),
  repair({
    id: 'gas_work',
    title: t('Газовая плита, колонка, труба', 'Gas hob, geyser or pipe'),
    verdict: 'call_professional',
    hazard: true,
    match:
      'газовая|газовый|газовое|газовую|газовой|газового|газовые, газ|газа, gas, конфорка не|плохо горит|зажигается',
    steps: [
      t('Перекройте газовый кран перед прибором.', 'Shut the gas valve before the appliance.'),
      t(
        'Самому можно лишь промыть съёмную решётку и крышки остывших горелок и высушить их.',
        'You may only wash and dry the removable grates and caps of cold burners.',
      ),
      t(
        'Подключение, шланг, замену и ремонт отдайте газовой службе с допуском.',
        'Leave connection, hose, replacement and repair to a registered gas engineer.',
      ),
    ],
    tools: [],
    stopRules: [
      t(
        'Запах газа: никаких выключателей, выйти, звонить 112 или 104.',
        'A smell of gas: touch no switches, get out, call the emergency number.',
      ),
      t('Газовую гайку, шланг и горелку сами не откручивайте.', 'Do not undo a gas nut, hose or burner yourself.'),
      t(
        'Жёлтое коптящее пламя: не пользуйтесь, вызывайте мастера.',
        'A yellow sooty flame: stop using it and call the engineer.',
      ),
    ],
    sources: 'hse_gas gas_register rf_gas_410',
  }),
  repair({
    id: 'boiler',
    title: t('Отопительный котёл', 'Heating boiler'),
    verdict: 'call_professional',
    hazard: true,
    match: 'котел|котла|котле|котлу, gas boiler, boiler, колонка не|гаснет|тухнет, геозер, водонагреватель газовый',
    steps: [
      t(
        'Посмотрите манометр и код ошибки и запишите их.',
        'Look at the pressure gauge and the error code and write them down.',
      ),
      t(
        'Давление ниже нормы из инструкции и подпитка разрешена пользователю: долейте до неё медленно.',
        'Pressure below the manual’s figure and topping up is allowed to the user: top up slowly.',
      ),
      t(
        'Сброс кнопкой один раз; погас снова, звоните в сервис.',
        'Reset once with the button; if it goes out again, call service.',
      ),
    ],
    tools: [],
    stopRules: [
      t('Кожух, горелку, дымоход и газ не открывайте.', 'Do not open the case, burner, flue or gas parts.'),
      t(
        'Пахнет газом или гарью, болит голова: выйти и звонить 112.',
        'A smell of gas or fumes, a headache: get out and call the emergency number.',
      ),
      t(
        'Давление падает каждую неделю: ищите течь со специалистом.',
        'Pressure drops every week: have the leak found.',
      ),
    ],
    followUp: { text: t('Вызвать ежегодное обслуживание котла', 'Book the yearly boiler service'), afterDays: 365 },
    sources: 'maker_boiler hse_gas rf_gas_410',
  }),
  repair({
    id: 'load_bearing',
    title: t('Снос или проём в стене', 'Removing or opening a wall'),
    verdict: 'call_professional',
    hazard: true,
    match:
      'несущая|несущую|несущей|несущие, снести|сносить|снос|убрать|сломать|разобрать|демонтаж|демонтировать|пробить|прорубить стена|стену|стены|проем|перегородка|перегородку, перепланировка|перепланировку, штроба|штробить несущая|стена, load bearing, loadbearing, remove|removing|knock|demolish|tear wall, wall removal',
    steps: [
      t(
        'Ничего не ломайте. Возьмите план квартиры и узнайте, несущая ли стена.',
        'Break nothing. Get the floor plan and find out whether the wall carries load.',
      ),
      t(
        'Закажите проект у организации с допуском и согласуйте перепланировку.',
        'Have a licensed engineer design it and get the change approved.',
      ),
      t('Работу отдайте бригаде, которая отвечает по договору.', 'Leave the work to a contractor liable by contract.'),
    ],
    tools: [],
    stopRules: [
      t(
        'В несущей стене нельзя ни проёма, ни глубокой штробы без проекта.',
        'No opening or deep chase in a load-bearing wall without a design.',
      ),
      t(
        'Пошла трещина, посыпалась штукатурка, заклинило дверь: выйти и звонить 112.',
        'A crack runs, plaster falls, a door jams: get out and call the emergency number.',
      ),
    ],
    sources: 'rf_housing hse_structure',
  }),
  repair({
    id: 'structural_crack',
    title: t('Трещина в стене или потолке', 'Crack in a wall or ceiling'),
    verdict: 'call_professional',
    hazard: true,
    match:
      'трещина|трещины|трещину|треснула|треснул стена|стене|стены|стену|потолок|потолке|фундамент|фундаменте|дом|балка|плита, crack|cracks|cracked wall|ceiling|foundation|beam|structural, просел|проседает пол|фундамент|дом',
    steps: [
      t('Сфотографируйте с линейкой и поставьте дату.', 'Photograph it with a ruler and the date.'),
      t(
        'Приклейте гипсовый маячок или отметьте концы карандашом.',
        'Fix a plaster tell-tale or mark the ends in pencil.',
      ),
      t(
        'Волосяную в штукатурке можно расшить и зашпаклевать; остальное покажите инженеру или управляющей компании.',
        'A hairline in plaster may be opened and filled; show anything else to an engineer or the building manager.',
      ),
    ],
    tools: [t('карандаш, линейка', 'pencil, ruler')],
    stopRules: [
      t(
        'Шире пяти миллиметров, растёт, сквозная или наискосок от окна: зовите инженера.',
        'Wider than five millimetres, growing, going through or slanting from a window: call an engineer.',
      ),
      t(
        'Трещит, двери заклинило, пол просел: выйти и звонить 112.',
        'Cracking sounds, jammed doors, a sagging floor: get out and call the emergency number.',
      ),
    ],
    followUp: { text: t('Сверить трещину с отметками', 'Compare the crack with its marks'), afterDays: 14 },
    sources: 'hse_structure rf_491',
  }),
  repair({
    id: 'roof',
    title: t('Крыша и работа на высоте', 'Roof and work at height'),
    verdict: 'call_professional',
    hazard: true,
    match:
      'крыша|крыше|крышу|крыши|кровля|кровлю|кровли, roof|roofing|gutter|gutters|chimney, водосток|желоб, антенна крыша|крыше, труба дымовая, высота|высоте работа|работы|фасад, сосульки',
    steps: [
      t(
        'Под течь поставьте таз, чердак осмотрите изнутри.',
        'Put a bowl under the leak and look at the loft from inside.',
      ),
      t('Снимите место снизу или с дрона для мастера.', 'Photograph the spot from the ground for the roofer.'),
      t(
        'В многоквартирном доме крыша общая: заявка в управляющую компанию.',
        'In a block of flats the roof is common property: report it to the manager.',
      ),
    ],
    tools: [],
    stopRules: [
      t(
        'На крышу без страховки и напарника не поднимайтесь, на мокрую и обледенелую вовсе.',
        'Do not climb a roof without a harness and a partner, never a wet or icy one.',
      ),
      t('Шифер бывает с асбестом: не ломать и не сверлить.', 'Slate sheets may hold asbestos: do not break or drill.'),
    ],
    followUp: {
      text: t('Осмотреть крышу и жёлоб после сезона', 'Look over roof and gutters after the season'),
      afterDays: 180,
    },
    sources: 'hse_heights rf_491',
  }),
  repair({
    id: 'high_window',
    title: t('Окно на высоте снаружи', 'Window high up, from outside'),
    verdict: 'call_professional',
    hazard: true,
    match:
      'окно|окна|стекло|отлив|откос снаружи|этаж|этаже|высоте|балкон|высотный, стеклопакет|стекло разбилось|разбито|треснуло этаж|этаже|балкон, window|pane high|floor|storey|outside|balcony, кондиционер наружный|внешний, балкон остекление',
    steps: [
      t(
        'Осколки уберите в перчатках изнутри, проём закройте плёнкой или фанерой изнутри.',
        'Clear shards in gloves from inside and cover the opening from inside with film or plywood.',
      ),
      t('Под окном оградите место и предупредите людей.', 'Fence off the ground below and warn people.'),
      t(
        'Замену и наружные работы закажите у альпинистов или оконной фирмы.',
        'Order replacement and outside work from rope-access workers or a window firm.',
      ),
    ],
    tools: [t('толстые перчатки, плёнка, малярный скотч', 'thick gloves, film, masking tape')],
    stopRules: [
      t(
        'Из окна не высовывайтесь и на подоконник не вставайте.',
        'Do not lean out of the window or stand on the sill.',
      ),
      t(
        'Снаружи, со второго этажа и выше, только специалист.',
        'Outside from the second floor up: professionals only.',
      ),
    ],
    sources: 'hse_heights maker_window',
  }),
  repair({
    id: 'asbestos',
    title: t('Асбест: шифер, старая плитка, изоляция', 'Asbestos: slate sheets, old tiles, lagging'),
    verdict: 'call_professional',
    hazard: true,
    match:
      'асбест|асбестовый|асбестовая|асбеста, шифер|шифера|шиферный, asbestos, старая|старую|старой плитка|плитку пол|виниловая, старая теплоизоляция|изоляция труба, old floor tile|tiles, artex',
    steps: [
      t(
        'Целое не трогайте: не сверлите, не пилите, не шлифуйте, не подметайте.',
        'Leave sound material alone: no drilling, sawing, sanding or sweeping.',
      ),
      t(
        'Сломалось: закройте комнату, выключите вентиляцию, не пылесосьте обычным пылесосом.',
        'Broken: shut the room, stop ventilation, do not use an ordinary vacuum cleaner.',
      ),
      t('Пробу и вывоз закажите у организации с допуском.', 'Have it sampled and removed by a licensed firm.'),
    ],
    tools: [],
    stopRules: [
      t(
        'Дом или отделка старше 2000 года и состав неизвестен: сначала проба, потом работа.',
        'A house or finish from before 2000 and an unknown material: sample first, work after.',
      ),
      t('В мусорный бак его не выбрасывают.', 'It does not go into the bin.'),
    ],
    sources: 'hse_asbestos epa_asbestos',
  }),
  repair({
    id: 'lead_paint',
    title: t('Старая краска со свинцом', 'Old lead paint'),
    verdict: 'call_professional',
    hazard: true,
    match:
      'свинец|свинцовый|свинцовая|свинцовые|свинцом краска|краской|белила, lead paint, старая|старую краска|краску|эмаль снять|шлифовать|шкурить|сдирать|убрать, old paint sand|sanding|strip|stripping|scrape',
    steps: [
      t('Держащуюся краску закрасьте, не шлифуя.', 'Paint over sound paint without sanding.'),
      t(
        'Если надо снимать, сдайте пробу; со свинцом снимает специалист мокрым способом.',
        'If it has to come off, have it tested; with lead a professional removes it wet.',
      ),
      t(
        'Детей и беременных из квартиры на время работ увезите.',
        'Keep children and pregnant women away during the work.',
      ),
    ],
    tools: [],
    stopRules: [
      t(
        'Никакой сухой шлифовки, горелки и фена: пыль и пар ядовиты.',
        'No dry sanding, torch or heat gun: dust and fumes are poisonous.',
      ),
      t(
        'Дом до 1978 года: считайте краску свинцовой, пока проба не скажет другое.',
        'A house from before 1978: take the paint for leaded until a test says otherwise.',
      ),
    ],
    sources: 'epa_lead',
  }),
  repair({
    id: 'mercury',
    title: t('Разбился ртутный градусник', 'Broken mercury thermometer'),
    verdict: 'with_care',
    hazard: true,
    match:
      'ртуть|ртути|ртутный|ртутного, градусник|термометр разбился|разбил|разбила|разбили|разбитый|лопнул, mercury, broke|broken|breaks thermometer',
    steps: [
      t(
        'Выведите всех и животных, закройте дверь, откройте окно без сквозняка по полу.',
        'Take everyone and pets out, shut the door, open a window without a draught over the floor.',
      ),
      t(
        'В перчатках соберите шарики скотчем, шприцем или двумя листами бумаги в банку с водой и закройте.',
        'In gloves pick up the beads with tape, a syringe or two sheets of paper into a jar of water and close it.',
      ),
      t(
        'Протрите место раствором соды с мылом или хлорным раствором по памятке МЧС и проветривайте не меньше суток.',
        'Wipe the place with soapy soda water and air the room for at least a day.',
      ),
      t('Банку сдайте: 112 или 101 подскажут куда.', 'Hand the jar in: the emergency or waste service tells where.'),
    ],
    tools: [t('перчатки, скотч, шприц, банка с крышкой, фонарик', 'gloves, tape, syringe, jar with lid, torch')],
    stopRules: [
      t(
        'Не пылесосьте, не подметайте, не смывайте в раковину и не стирайте одежду.',
        'No vacuuming, sweeping, washing down the sink or washing of clothes.',
      ),
      t(
        'Ртуть ушла в щель, под плинтус, на тёплый пол или её больше одного градусника: звоните 112.',
        'Mercury in a crack, under the skirting, on a heated floor, or more than one thermometer: call the emergency number.',
      ),
    ],
    followUp: {
      text: t('Проверить углы фонариком ещё раз и сдать банку', 'Check the corners by torch again and hand in the jar'),
      afterDays: 1,
    },
    sources: 'mchs_mercury rospotrebnadzor_mercury epa_mercury',
  }),
  repair({
    id: 'cfl_broken',
    title: t('Разбилась люминесцентная лампа', 'Broken fluorescent lamp'),
    verdict: 'with_care',
    hazard: true,
    match:
      'лампа|лампу|лампочка|лампочку|лампы люминесцентная|люминесцентную|ртутная|энергосберегающая|энергосберегающую разбилась|разбил|разбила|разбилась|лопнула, разбилась|разбил|разбила энергосберегающая|люминесцентная|энергосберегающую, broken|broke cfl|fluorescent, mercury lamp|bulb',
    steps: [
      t(
        'Выйдите, откройте окно, выключите обдув и подождите четверть часа.',
        'Leave, open a window, switch fans off and wait a quarter of an hour.',
      ),
      t(
        'В перчатках соберите осколки картоном, пыль скотчем, всё в плотный пакет.',
        'In gloves collect shards with cardboard and dust with tape, all into a sealed bag.',
      ),
      t(
        'Протрите влажной салфеткой, пакет сдайте в пункт приёма ламп.',
        'Wipe with a wet cloth and hand the bag to a lamp collection point.',
      ),
    ],
    tools: [t('перчатки, картон, скотч, пакет', 'gloves, cardboard, tape, bag')],
    stopRules: [
      t('Не пылесосьте: пары ртути разойдутся по дому.', 'No vacuum cleaner: it spreads mercury through the home.'),
    ],
    sources: 'epa_cfl rospotrebnadzor_mercury',
  }),
  repair({
    id: 'refrigerant',
    title: t('Фреон: кондиционер и холодильный контур', 'Refrigerant circuit'),
    verdict: 'call_professional',
    hazard: true,
    match:
      'фреон|фреона|хладагент|хладагента, заправить кондиционер|холодильник, refrigerant|freon, recharge ac|conditioner, кондиционер не холодит, кондиционер демонтаж|установить|установка|повесить|снять, install|mount air conditioner, компрессор холодильник|холодильника',
    steps: [
      t('Выключите прибор из сети.', 'Unplug the appliance.'),
      t('Проветрите, если слышно шипение.', 'Air the room if you hear hissing.'),
      t('Вызовите мастера по холодильному оборудованию.', 'Call a refrigeration technician.'),
    ],
    tools: [],
    stopRules: [
      t(
        'Контур не прокалывать, не паять и не дозаправлять самому: хладагент обмораживает, а многие горят.',
        'Do not pierce, solder or refill the circuit: refrigerant causes frostbite, and many kinds burn.',
      ),
    ],
    sources: 'epa_608 maker_ac maker_fridge',
  }),
  repair({
    id: 'move_socket',
    title: t('Перенос розетки, новая проводка, щит', 'Moving a socket, new wiring, the panel'),
    verdict: 'call_professional',
    hazard: true,
    match:
      'перенести|перенос|переносить|провести|проложить|добавить розетка|розетку|розетки|выключатель|проводка|проводку|кабель|провод, щит|щиток|щитка|электрощит|электрощиток, проводка|проводку|проводки заменить|замена|менять|поменять|старая|новая|алюминиевая, move|moving|relocate|add|install|new|replace|rewire socket|outlet|wiring|panel|circuit, fuse box, consumer unit, electrical|breaker panel, подключить электроплита|электроплиту|варочная|варочную',
    steps: [
      t(
        'Набросайте, где и что нужно, с мощностью приборов.',
        'Sketch what is needed where, with the power of the appliances.',
      ),
      t(
        'Вызовите электрика: линия, сечение, автомат и УЗО считаются вместе.',
        'Call an electrician: line, cross-section, breaker and RCD are designed together.',
      ),
      t('Попросите акт и схему после работы.', 'Ask for a certificate and a diagram afterwards.'),
    ],
    tools: [],
    stopRules: [
      t('Щит и стационарную проводку сами не вскрывайте.', 'Do not open the panel or fixed wiring yourself.'),
      t(
        'Греется, пахнет гарью, выбивает сразу: не пользуйтесь линией.',
        'Heat, a burning smell, instant tripping: do not use that line.',
      ),
    ],
    sources: 'esf pue mchs_electric',
  }),
  repair({
    id: 'lift_ceiling',
    title: t('Провис или протёк натяжной потолок', 'Sagging stretch ceiling'),
    verdict: 'call_professional',
    hazard: true,
    match: 'натяжной потолок вода|водой|провис|течет|протек|надулся|пузырь, stretch ceiling water|sagging|leak',
    steps: [
      t('Отключите свет в комнате автоматом.', 'Switch the room’s lights off at the breaker.'),
      t(
        'Уберите вещи, подставьте вёдра, не прокалывайте полотно.',
        'Move belongings, set out buckets, do not pierce the sheet.',
      ),
      t(
        'Вызовите монтажников: они сольют воду через светильник.',
        'Call the fitters: they drain it through the lamp opening.',
      ),
    ],
    tools: [t('вёдра, плёнка', 'buckets, film')],
    stopRules: [
      t(
        'Вода у проводов: свет не включать, к лампе не тянуться.',
        'Water near wires: no light, do not reach for the lamp.',
      ),
    ],
    followUp: { text: t('Проверить, сухо ли над потолком', 'Check that it is dry above the ceiling'), afterDays: 7 },
    sources: 'rf_491 mchs_electric',
  }),
]
