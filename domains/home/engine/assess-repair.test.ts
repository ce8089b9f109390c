import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairEntries } from '../knowledge/repairs.ts'
import { adviseRepair } from './assess-repair.ts'

const twins: [ru: string, en: string, id: string, verdict: string][] = [
  ['капает кран на кухне', 'leaking tap', 'leaking_tap', 'do_it_yourself'],
  ['бачок унитаза течёт', 'the toilet keeps running', 'running_toilet', 'do_it_yourself'],
  ['засорилась раковина', 'clogged sink drain', 'clogged_drain', 'do_it_yourself'],
  ['выбивает автомат', 'breaker keeps tripping', 'breaker_trips', 'with_care'],
  ['не работает розетка', 'dead outlet', 'dead_socket', 'with_care'],
  ['поменять лампочку', 'changing a light bulb', 'light_bulb', 'do_it_yourself'],
  ['повесить полку', 'hang a shelf', 'shelf', 'with_care'],
  ['скрипит дверь', 'squeaky door', 'squeaky_door', 'do_it_yourself'],
  ['спустить воздух из батареи', 'bleed a radiator', 'bleed_radiator', 'do_it_yourself'],
  ['поменять личинку замка', 'replace door lock', 'door_lock', 'with_care'],
  ['плесень в ванной', 'mould on the wall', 'mould', 'with_care'],
  ['соседи сверху залили потолок', 'ceiling leak from upstairs neighbour', 'ceiling_leak', 'call_professional'],
  ['котёл не включается', 'boiler does not start', 'boiler', 'call_professional'],
  ['газовая плита не зажигается', 'gas hob does not light', 'gas_work', 'call_professional'],
  ['пахнет газом', 'I smell gas', 'gas_smell', 'call_professional'],
  ['перенести розетку', 'moving a socket', 'move_socket', 'call_professional'],
  ['снести стену', 'removing a wall', 'load_bearing', 'call_professional'],
  ['течёт крыша', 'the roof leaks', 'roof', 'call_professional'],
  ['помыть окно снаружи', 'window outside high floor', 'high_window', 'call_professional'],
  ['распилить шифер', 'drill asbestos sheet', 'asbestos', 'call_professional'],
  ['отшлифовать краску со свинцом', 'lead paint', 'lead_paint', 'call_professional'],
  ['анод бойлера', 'water heater anode', 'heater_anode', 'with_care'],
  ['ошибка стиральной машины', 'washing machine error', 'washing_machine', 'with_care'],
  ['намерзает холодильник', 'freezer ices up', 'fridge_icing', 'with_care'],
  ['посудомойка не сливает', 'dishwasher does not drain', 'dishwasher', 'with_care'],
  ['разбился градусник', 'broken mercury thermometer', 'mercury', 'with_care'],
  ['отклеились обои', 'wallpaper came off', 'wallpaper', 'do_it_yourself'],
  ['отвалилась плитка', 'loose tile', 'tile', 'do_it_yourself'],
  ['скрипит паркет', 'parquet', 'parquet', 'with_care'],
  ['поменять герметик', 'silicone joint', 'silicone', 'do_it_yourself'],
  ['почистить аэратор', 'clean the aerator', 'aerator', 'do_it_yourself'],
  ['течёт сифон', 'leaking trap', 'siphon', 'do_it_yourself'],
  ['удлинитель', 'extension cord', 'extension_cord', 'with_care'],
  ['сработал датчик угарного газа', 'carbon monoxide alarm', 'co_alarm', 'call_professional'],
  ['датчик дыма пищит', 'smoke alarm chirps', 'smoke_alarm', 'do_it_yourself'],
  ['заправить кондиционер фреоном', 'recharge the air conditioner refrigerant', 'refrigerant', 'call_professional'],
]

describe('topics', () => {
  it.each(twins)('%s | %s: %s', (ru, en, id, verdict) => {
    expect(adviseRepair(ru)).toMatchObject({ found: true, id, verdict })
    expect(adviseRepair(en)).toMatchObject({ found: true, id, verdict })
  })

  it('calls an emergency by its name whatever else is said', () => {
    for (const topic of [
      'пахнет газом у плиты',
      'leaking tap and I smell gas',
      'розетка искрит',
      'датчик угарного газа сработал',
    ])
      expect([topic, adviseRepair(topic).emergency]).toEqual([topic, true])
    expect(adviseRepair('капает кран').emergency).toBeUndefined()
  })

  it('does not know what it does not know and says where to stop', () => {
    const advice = adviseRepair('квантовый телепорт')
    expect(advice).toMatchObject({
      found: false,
      id: null,
      title: null,
      verdict: 'unknown',
      steps: [],
      questions: [{ id: 'topic' }],
    })
    expect(advice.stopRules.length).toBeGreaterThan(0)
  })

  it('prefers the gas to the mercury when both are there', () => {
    expect(adviseRepair('разбился ртутный градусник у газовой плиты').id).toBe('gas_work')
  })

  it('matches whole words only', () => {
    expect(adviseRepair('газета порвалась').found).toBe(false)
    expect(adviseRepair('кранец на лодке').found).toBe(false)
  })

  it('never softens work at gas, asbestos or a load-bearing wall, whatever stands beside it', () => {
    const topic = fc.constantFrom(...twins.flatMap((twin) => twin.slice(0, 2)))
    const hazard = fc.constantFrom(
      'газовая труба',
      'gas',
      'асбест',
      'asbestos',
      'несущая стена',
      'load bearing wall',
      'запах газа',
    )
    fc.assert(
      fc.property(topic, hazard, (one, other) => {
        expect(adviseRepair(`${one}, ${other}`).verdict).toBe('call_professional')
      }),
    )
  })
})

describe('repair entries', () => {
  it('are at least forty, with steps, stop rules and an own id', () => {
    expect(repairEntries.length).toBeGreaterThanOrEqual(40)
    expect(new Set(repairEntries.map(({ id }) => id)).size).toBe(repairEntries.length)
    for (const entry of repairEntries) {
      expect([entry.id, entry.steps.length > 0, entry.stopRules.length > 0]).toEqual([entry.id, true, true])
      expect([entry.id, entry.match.length > 1]).toEqual([entry.id, true])
    }
  })

  it('stop at every hazard: none of them is work for oneself', () => {
    for (const entry of repairEntries.filter(({ hazard }) => hazard)) expect(entry.verdict).not.toBe('do_it_yourself')
    for (const entry of repairEntries.filter(({ emergency }) => emergency))
      expect(entry.verdict).toBe('call_professional')
  })
})
