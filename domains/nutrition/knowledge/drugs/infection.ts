/** Medicines against infections, and of the immune system and tumours. */
import type { Drug } from '../shapes.ts'
import { combinations, singles } from './table.ts'

const bacteria = `
ciprofloxacin | ципрофлоксацин | ciprofloxacin | fluoroquinolone | J01MA02 | ципролет, цифран, ципробай, ципринол, экоцифол, ципробид | cipro, ciprobay, marocen, citeral, ciprocinal
levofloxacin | левофлоксацин | levofloxacin | fluoroquinolone | J01MA12 | таваник, глево, флорацид, лефокцин, элефлокс, левостар, леволет | tavanic, levaquin, loxof, levoxa, fortulex
moxifloxacin | моксифлоксацин | moxifloxacin | fluoroquinolone | J01MA14 | авелокс, моксин, плевилокс, мегафлокс | avelox, moxiral, elpimox
ofloxacin | офлоксацин | ofloxacin | fluoroquinolone | J01MA01 | таривид, заноцин, офлоксин, зофлокс | floxin, tarivid, visiren
norfloxacin | норфлоксацин | norfloxacin | fluoroquinolone | J01MA06 | нолицин, норбактин, нормакс | noroxin, nolicin, uricin
enoxacin | эноксацин | enoxacin | fluoroquinolone | J01MA04 | эноксор | penetrex
doxycycline | доксициклин | doxycycline | tetracycline | J01AA02 | юнидокс, юнидокс солютаб, вибрамицин, доксал, доксициклин экспресс | vibramycin, doksiciklin, dovicin, oracea
tetracycline | тетрациклин | tetracycline | tetracycline | J01AA07 | тетрациклина гидрохлорид | sumycin, amracin
minocycline | миноциклин | minocycline | tetracycline | J01AA08 | минолексин, скид | minocin, solodyn
lymecycline | лимециклин | lymecycline | tetracycline | J01AA04 | тетралисал | tetralysal
azithromycin | азитромицин | azithromycin | macrolide | J01FA10 | сумамед, азитрал, хемомицин, зи-фактор, азитрокс, зитролид | zithromax, sumamed, hemomycin, zmax
clarithromycin | кларитромицин | clarithromycin | macrolide | J01FA09 | клацид, фромилид, клабакс, клабел, экозитрин | biaxin, klacid, clathrocyn, fromilid, claryl
erythromycin | эритромицин | erythromycin | macrolide | J01FA01 | грюнамицин, эрмицед | eritromicin, erythrocin, ery-tab
josamycin | джозамицин | josamycin | macrolide | J01FA07 | вильпрафен, вильпрафен солютаб | wilprafen
roxithromycin | рокситромицин | roxithromycin | macrolide | J01FA06 | рулид, эспарокси, рокситропин | rulid, runac
amoxicillin | амоксициллин | amoxicillin | antibiotic | J01CA04 | флемоксин, флемоксин солютаб, амоксил, оспамокс, хиконцил, экобол | amoxil, sinacilin, ospamox, amoxicillinum
cefixime | цефиксим | cefixime | antibiotic | J01DD08 | супракс, панцеф, супракс солютаб | suprax, pancef, neocef
cefuroxime | цефуроксим | cefuroxime | antibiotic | J01DC02 | зиннат, аксетин | zinnat, ceftin, cefakor
ceftriaxone | цефтриаксон | ceftriaxone | antibiotic | J01DD04 | роцефин, лендацин | rocephin, lendacin, azaran
cephalexin | цефалексин | cefalexin | antibiotic | J01DB01 | экоцефрон, орбицеф | keflex, cephalexin, palitrex
clindamycin | клиндамицин | clindamycin | antibiotic | J01FF01 | далацин, далацин ц | cleocin, dalacin, clindamycin-mip
metronidazole | метронидазол | metronidazole | antibiotic | J01XD01 | трихопол, метрогил, флагил, клион | flagyl, orvagil, efloran
nitrofurantoin | нитрофурантоин | nitrofurantoin | antibiotic | J01XE01 | фурадонин, макродантин | macrobid, furadonin
fosfomycin | фосфомицин | fosfomycin | antibiotic | J01XX01 | монурал, экофомурал, фосфорал | monural, monurol, fosfomicin
methenamine | метенамин | methenamine | antibiotic | J01XX05 | уротропин, гексаметилентетрамин, уробесал | hiprex, urotropin, hexamine
trimethoprim | триметоприм | trimethoprim | antibiotic potassium_raising | J01EA01 | триметоприм без сульфаметоксазола | proloprim, primsol
gentamicin | гентамицин | gentamicin | aminoglycoside | J01GB03 | гентамицина сульфат, гарамицин | garamycin
amikacin | амикацин | amikacin | aminoglycoside | J01GB06 | амикабол, селемицин | amikin
tobramycin | тобрамицин | tobramycin | aminoglycoside | J01GB01 | брамитоб, тоби | tobi, nebcin
streptomycin | стрептомицин | streptomycin | aminoglycoside | J01GA01 | стрептомицина сульфат | streptomycin sulfate
linezolid | линезолид | linezolid | linezolid_class | J01XX08 | зивокс, амизолид, роулин-роутек, линезид | zyvox, zyvoxid
tedizolid | тедизолид | tedizolid | linezolid_class | J01XX11 | сивекстро | sivextro
rifampicin | рифампицин | rifampicin | antibiotic enzyme_inducer hepatotoxic_drug | J04AB02 | рифадин, бенемицин, рифамор | rifampin, rifadin, rimactane
rifabutin | рифабутин | rifabutin | antibiotic enzyme_inducer | J04AB04 | микобутин | mycobutin
chloramphenicol | хлорамфеникол | chloramphenicol | antibiotic | J01BA01 | левомицетин, левомицетин актитаб | chloromycetin, levomycetin
isoniazid | изониазид | isoniazid | antibiotic hepatotoxic_drug | J04AC01 | тубазид, фтивазид | inh, nydrazid
rifaximin | рифаксимин | rifaximin | antibiotic | A07AA11 | альфа нормикс | xifaxan, colidur, normix
`

const others = `
fluconazole | флуконазол | fluconazole | azole_antifungal | J02AC01 | дифлюкан, микосист, флюкостат, дифлазон, микомакс | diflucan, fluconal, dikonazol
itraconazole | итраконазол | itraconazole | azole_antifungal hepatotoxic_drug | J02AC02 | орунгал, итразол, румикоз, ирунин, итраконазол сандоз | sporanox, kanazol, orungal, itranox
ketoconazole | кетоконазол | ketoconazole | azole_antifungal hepatotoxic_drug | J02AB02 | низорал таблетки, фунгавис, микозорал | nizoral, oronazol
voriconazole | вориконазол | voriconazole | azole_antifungal hepatotoxic_drug | J02AC03 | вифенд, бифлурин | vfend
posaconazole | позаконазол | posaconazole | azole_antifungal | J02AC04 | ноксафил | noxafil
terbinafine | тербинафин | terbinafine | antifungal hepatotoxic_drug | D01BA02 | ламизил, экзифин, тербизил, бинафин | lamisil, tefine, atifan
nystatin | нистатин | nystatin | antifungal | A07AA02 | нистатиновые таблетки | mycostatin, nystatin drops
amphotericin | амфотерицин B | amphotericin B | antifungal | J02AA01 | амфотерицин, амбизом | ambisome, amphotericin, fungizone
saquinavir | саквинавир | saquinavir | hiv_protease_inhibitor | J05AE01 | инвираза | invirase
ritonavir | ритонавир | ritonavir | hiv_protease_inhibitor hepatotoxic_drug | J05AE03 | норвир, ритонавир-100 | norvir
darunavir | дарунавир | darunavir | hiv_protease_inhibitor | J05AE10 | презиста, кемерувир | prezista
atazanavir | атазанавир | atazanavir | hiv_protease_inhibitor | J05AE08 | реатаз, симанод | reyataz
efavirenz | эфавиренз | efavirenz | nnrti enzyme_inducer | J05AG03 | стокрин, регаст, эстива | sustiva, stocrin
nevirapine | невирапин | nevirapine | nnrti enzyme_inducer hepatotoxic_drug | J05AG01 | вирамун, невивир | viramune
rilpivirine | рилпивирин | rilpivirine | nnrti | J05AG05 | эдюрант | edurant
doravirine | доравирин | doravirine | nnrti | J05AG06 | пифелтро | pifeltro
etravirine | этравирин | etravirine | nnrti | J05AG04 | интеленс | intelence
elsulfavirine | элсульфавирин | elsulfavirine | nnrti | J05AG | элпида | elpida
dolutegravir | долутегравир | dolutegravir | integrase_inhibitor | J05AJ03 | тивикай | tivicay, dtg
bictegravir | биктегравир | bictegravir | integrase_inhibitor | | биктегравир натрия | bictegravir sodium
raltegravir | ралтегравир | raltegravir | integrase_inhibitor | J05AJ01 | исентресс | isentress
elvitegravir | элвитегравир | elvitegravir | integrase_inhibitor | J05AJ02 | витекта | vitekta
cabotegravir | каботегравир | cabotegravir | integrase_inhibitor | J05AJ04 | вокабриа | vocabria, apretude
tenofovir | тенофовир | tenofovir | antiviral_hiv | J05AF07 | виреад, вемлиди, теноф, тенофовира алафенамид, тенофовира дизопроксил | viread, vemlidy, tenofovir disoproxil, tenofovir alafenamide
emtricitabine | эмтрицитабин | emtricitabine | antiviral_hiv | J05AF09 | эмтрива | emtriva
lamivudine | ламивудин | lamivudine | antiviral_hiv | J05AF05 | эпивир, зеффикс | epivir, zeffix
aciclovir | ацикловир | aciclovir | antiviral | J05AB01 | зовиракс, ацикловир-акри, виролекс | acyclovir, zovirax, virolex
valaciclovir | валацикловир | valaciclovir | antiviral | J05AB11 | валтрекс, валвир, вайрова | valacyclovir, valtrex
oseltamivir | осельтамивир | oseltamivir | antiviral | J05AH02 | тамифлю, номидес, осельтамивир авексима | tamiflu
umifenovir | умифеновир | umifenovir | antiviral | J05AX13 | арбидол, арбидол максимум, афлюдол, арпефлю | arbidol
kagocel | кагоцел | kagocel | antiviral | J05AX | кагацел | kagotsel
tilorone | тилорон | tilorone | antiviral | J05AX19 | амиксин, лавомакс, тилаксин | amixin, lavomax
ingavirin | имидазолилэтанамид пентандиовой кислоты | imidazolyl ethanamide pentandioic acid | antiviral | J05AX | ингавирин | ingavirin
hydroxychloroquine | гидроксихлорохин | hydroxychloroquine | antimalarial | P01BA02 | плаквенил, иммард | plaquenil
ivermectin | ивермектин | ivermectin | antiparasitic | P02CF01 | стромектол | stromectol, soolantra
albendazole | албендазол | albendazole | antiparasitic | P02CA03 | немозол, саноксал | albenza, zentel
`

const immunity = `
ciclosporin | циклоспорин | ciclosporin | calcineurin_inhibitor | L04AD01 | сандиммун, сандиммун неорал, экорал, оргаспорин, панимун биорал | cyclosporine, cyclosporin, sandimmune, neoral, sigmasporin
tacrolimus | такролимус | tacrolimus | calcineurin_inhibitor | L04AD02 | програф, адваграф, такросел, рединесп, панграф | prograf, advagraf, envarsus
mycophenolate | микофеноловая кислота | mycophenolate | immunosuppressant | L04AA06 | селлсепт, майфортик, микофенолата мофетил, микофенолат, супреста | mycophenolate mofetil, mycophenolic acid, cellcept, myfortic, trixin
azathioprine | азатиоприн | azathioprine | immunosuppressant hepatotoxic_drug | L04AX01 | имуран | imuran
sirolimus | сиролимус | sirolimus | immunosuppressant | L04AH01 | рапамун, рапамицин | rapamune, rapamycin
everolimus | эверолимус | everolimus | immunosuppressant cytostatic_cyp3a4 | L04AH02 | сертикан, афинитор | certican, afinitor, zortress
leflunomide | лефлуномид | leflunomide | immunosuppressant hepatotoxic_drug | L04AK01 | арава, лефлайд, элафра | arava
tofacitinib | тофацитиниб | tofacitinib | immunosuppressant | L04AF01 | яквинус | xeljanz
adalimumab | адалимумаб | adalimumab | immunosuppressant | L04AB04 | хумира, далибра | humira, hyrimoz
infliximab | инфликсимаб | infliximab | immunosuppressant | L04AB02 | ремикейд, инфликсимаб биокад, фламмэгис | remicade, remsima
etanercept | этанерцепт | etanercept | immunosuppressant | L04AB01 | энбрел, эрелзи | enbrel
secukinumab | секукинумаб | secukinumab | immunosuppressant | L04AC10 | козэнтикс | cosentyx
methotrexate | метотрексат | methotrexate | immunosuppressant cytostatic hepatotoxic_drug | L04AX03 | методжект, метортрит, метотрексат-эбеве, тревидекс | mtx, metoject, trexall, metotreksat
sulfasalazine | сульфасалазин | sulfasalazine | salicylate | A07EC01 | салазопирин, сульфасалазин-ен | salazopyrin, azulfidine
mesalazine | месалазин | mesalazine | salicylate | A07EC02 | салофальк, пентаса, мезавант, месакол | mesalamine, salofalk, pentasa, asacol
prednisolone | преднизолон | prednisolone | corticosteroid immunosuppressant | H02AB06 | медопред, преднизолон никомед, преднизон | prednisone, pronison, deltacortril, nizon
methylprednisolone | метилпреднизолон | methylprednisolone | corticosteroid immunosuppressant | H02AB04 | метипред, медрол, солу-медрол | medrol, solu-medrol, lemod
dexamethasone | дексаметазон | dexamethasone | corticosteroid immunosuppressant enzyme_inducer | H02AB02 | дексазон, дексамед, мегадексан | decadron, dexason
hydrocortisone | гидрокортизон | hydrocortisone | corticosteroid | H02AB09 | кортеф, солу-кортеф | cortef, solu-cortef, plenadren
fludrocortisone | флудрокортизон | fludrocortisone | corticosteroid | H02AA02 | кортинефф, флоринеф | florinef, cortineff
betamethasone | бетаметазон | betamethasone | corticosteroid | H02AB01 | дипроспан, флостерон | diprospan, diprophos, celestone
`

const tumours = `
irinotecan | иринотекан | irinotecan | cytostatic_cyp3a4 | L01CE02 | кампто, иритен, кампто цс | camptosar, campto
docetaxel | доцетаксел | docetaxel | cytostatic_cyp3a4 | L01CD02 | таксотер, таутакс | taxotere
paclitaxel | паклитаксел | paclitaxel | cytostatic_cyp3a4 | L01CD01 | таксол, абраксан, таксакад | taxol, abraxane
vincristine | винкристин | vincristine | cytostatic_cyp3a4 | L01CA02 | веро-винкристин, онковин | oncovin
etoposide | этопозид | etoposide | cytostatic_cyp3a4 | L01CB01 | вепезид, этопозид-эбеве | vepesid, toposar
cyclophosphamide | циклофосфамид | cyclophosphamide | cytostatic_cyp3a4 immunosuppressant | L01AA01 | циклофосфан, эндоксан | cytoxan, endoxan
imatinib | иматиниб | imatinib | cytostatic_cyp3a4 hepatotoxic_drug | L01EA01 | гливек, иматиб, филахромин | gleevec, glivec, plivatinib
erlotinib | эрлотиниб | erlotinib | cytostatic_cyp3a4 | L01EB02 | тарцева | tarceva
sunitinib | сунитиниб | sunitinib | cytostatic_cyp3a4 hepatotoxic_drug | L01EX01 | сутент | sutent
lapatinib | лапатиниб | lapatinib | cytostatic_cyp3a4 hepatotoxic_drug | L01EH01 | тайверб | tykerb, tyverb
palbociclib | палбоциклиб | palbociclib | cytostatic_cyp3a4 | L01EF01 | итулси, ибранса | ibrance
ibrutinib | ибрутиниб | ibrutinib | cytostatic_cyp3a4 | L01EL01 | имбрувика | imbruvica
osimertinib | осимертиниб | osimertinib | cytostatic_cyp3a4 | L01EB04 | тагриссо | tagrisso
bortezomib | бортезомиб | bortezomib | cytostatic_cyp3a4 | L01XG01 | велкейд, бартизар, боромилан | velcade
cisplatin | цисплатин | cisplatin | platinum | L01XA01 | платидиам, цисплатин-тева | platinol
carboplatin | карбоплатин | carboplatin | platinum | L01XA02 | параплатин | paraplatin
oxaliplatin | оксалиплатин | oxaliplatin | platinum | L01XA03 | элоксатин, платикад | eloxatin
fluorouracil | фторурацил | fluorouracil | fluoropyrimidine | L01BC02 | 5-фторурацил, 5-фу | 5-fluorouracil, 5-fu, adrucil
capecitabine | капецитабин | capecitabine | fluoropyrimidine | L01BC06 | кселода, тутабин, капаметин | xeloda, kapetral
tegafur | тегафур | tegafur | fluoropyrimidine | L01BC03 | фторафур | ftorafur, teysuno
raltitrexed | ралтитрексед | raltitrexed | cytostatic | L01BA03 | томудекс | tomudex
pemetrexed | пеметрексед | pemetrexed | cytostatic | L01BA04 | алимта | alimta
tamoxifen | тамоксифен | tamoxifen | antioestrogen | L02BA01 | нолвадекс, веро-тамоксифен, тамоксифен гексал | nolvadex, soltamox, tamoksifen
letrozole | летрозол | letrozole | antioestrogen | L02BG04 | фемара, экстраза, лестродекс | femara, lortanda
anastrozole | анастрозол | anastrozole | antioestrogen | L02BG03 | аримидекс, веро-анастрозол, селана | arimidex, anaxyl
exemestane | эксеместан | exemestane | antioestrogen | L02BG06 | аромазин | aromasin
bicalutamide | бикалутамид | bicalutamide | antiandrogen hepatotoxic_drug | L02BB03 | касодекс, бикалутера, билумид | casodex
flutamide | флутамид | flutamide | antiandrogen hepatotoxic_drug | L02BB01 | флуцином | eulexin
enzalutamide | энзалутамид | enzalutamide | antiandrogen enzyme_inducer | L02BB04 | кстанди | xtandi
bexarotene | бексаротен | bexarotene | retinoid_drug cytostatic | L01XF03 | таргретин | targretin
tretinoin | третиноин | tretinoin | retinoid_drug cytostatic | L01XF01 | весаноид, полностью транс-ретиноевая кислота | vesanoid, atra, all-trans retinoic acid
`

const mixed = `
amoxiclav | амоксициллин + клавулановая кислота | amoxicillin with clavulanic acid | antibiotic hepatotoxic_drug | amoxicillin | J01CR02 | амоксиклав, аугментин, флемоклав, флемоклав солютаб, панклав, экоклав, амоксициллин клавулановая кислота | augmentin, amoxiclav, panklav, co-amoxiclav, amoksiklav, sinacilin plus
co_trimoxazole | сульфаметоксазол + триметоприм | co-trimoxazole | antibiotic potassium_raising | trimethoprim | J01EE01 | бисептол, ко-тримоксазол, бактрим, септрин | bactrim, septra, trimosul, biseptol, trimethoprim sulfamethoxazole
biktarvy | биктегравир + тенофовир + эмтрицитабин | bictegravir with tenofovir and emtricitabine | integrase_inhibitor antiviral_hiv | bictegravir tenofovir emtricitabine | J05AR20 | биктарви | biktarvy
triumeq | абакавир + долутегравир + ламивудин | dolutegravir with abacavir and lamivudine | integrase_inhibitor antiviral_hiv | dolutegravir lamivudine | J05AR13 | тримек, триумек | triumeq
dovato | долутегравир + ламивудин | dolutegravir with lamivudine | integrase_inhibitor antiviral_hiv | dolutegravir lamivudine | J05AR25 | довато | dovato
truvada | тенофовир + эмтрицитабин | tenofovir with emtricitabine | antiviral_hiv | tenofovir emtricitabine | J05AR03 | трувада, доквир | truvada, descovy, prep tablets, hiv prep
kaletra | лопинавир + ритонавир | lopinavir with ritonavir | hiv_protease_inhibitor hepatotoxic_drug | ritonavir | J05AR10 | калетра, калидавир, лопинавир | kaletra, aluvia, lopinavir
paxlovid | нирматрелвир + ритонавир | nirmatrelvir with ritonavir | hiv_protease_inhibitor hepatotoxic_drug | ritonavir | J05AE30 | паксловид, скайвира, миробивир, нирматрелвир | paxlovid, nirmatrelvir
`

export const INFECTION: readonly Drug[] = [
  ...singles([bacteria, others, immunity, tumours].join('\n')),
  ...combinations(mixed),
]
