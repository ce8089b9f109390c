/** What to do instead of a mix, and after one, said once for all pairs. */
import type { Bilingual } from '../engine/assess-types.ts'
import { type MixActionId, t } from './entries.ts'

export const mixActions: Readonly<Record<MixActionId, Bilingual>> = {
  gas: t(
    'Не смешивайте и не применяйте подряд: одно смойте водой, проветрите, второе в другой день.',
    'Do not mix them or use them one after the other: rinse the first off, air the room, use the second another day.',
  ),
  splash: t(
    'Не смешивайте: возможны жар и брызги едкой жидкости.',
    'Do not mix: heat and splashes of a corrosive liquid are possible.',
  ),
  fire: t('Не смешивайте и храните порознь, подальше от тепла.', 'Do not mix; store them apart and away from heat.'),
  useless: t(
    'Смешивать нет смысла: пользуйтесь по отдельности. Закрывать смесь крышкой нельзя.',
    'There is no point in mixing: use them apart. Never close a lid over the mix.',
  ),
  label: t(
    'Прочтите обе этикетки. Не указано, что можно вместе, значит порознь и с промывкой между ними.',
    'Read both labels. If they do not say it may be combined, use them apart and rinse in between.',
  ),
  fine: t(
    'Обычное применение по инструкции. Перчатки и проточный воздух не помешают.',
    'Ordinary use by the label. Gloves and moving air do no harm.',
  ),
}

export const mixFirstAid: Readonly<Record<MixActionId, Bilingual>> = {
  gas: t(
    'Уже смешали: не дышите над смесью, выведите всех на воздух, откройте окна, если это по пути. Кашель, хрипы или боль в груди: 112 или 103. В глаза или на кожу попало: мойте водой 15 минут.',
    'Mixed already: do not breathe over it, get everyone to fresh air, open windows on the way. Cough, wheeze or chest pain: emergency number. In the eyes or on skin: rinse with water for 15 minutes.',
  ),
  splash: t(
    'Уже смешали: отойдите, не наклоняйтесь, ничего не добавляйте. Попало в глаза или на кожу: мойте водой не меньше 15 минут, при ожоге звоните 112 или 103.',
    'Mixed already: step back, do not lean over it, add nothing. In the eyes or on skin: rinse with water for at least 15 minutes; with a burn call the emergency number.',
  ),
  fire: t(
    'Уже смешали: погасите огонь и искры, выйдите, проветрите, не закрывайте ёмкость. Если греется или дымит: 112 или 101.',
    'Mixed already: put out flames and sparks, leave, air the room, do not close the container. If it heats up or smokes: emergency number.',
  ),
  useless: t(
    'Уже смешали: оставьте ёмкость открытой, вылейте и смойте водой.',
    'Mixed already: leave the container open, pour it away and rinse.',
  ),
  label: t(
    'Уже смешали: отойдите, проветрите, вылейте с большим количеством воды. При любых признаках звоните в токсикологию или 103.',
    'Mixed already: step back, air the room, flush it away with plenty of water. With any sign call poison control.',
  ),
  fine: t('Проветрите, если запах мешает.', 'Air the room if the smell bothers you.'),
}
