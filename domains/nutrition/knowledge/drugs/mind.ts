/** Medicines of mood, sleep, nerves and seizures; strong painkillers and medicines against migraine. */
import type { Drug } from '../shapes.ts'
import { combinations, singles } from './table.ts'

const mood = `
sertraline | сертралин | sertraline | ssri | N06AB06 | золофт, асентра, стимулотон, серената, торин, алевал, серлифт | zoloft, lustral, asentra, sidata, tragal, stimuloton
escitalopram | эсциталопрам | escitalopram | ssri | N06AB10 | ципралекс, селектра, элицея, ленуксин, эйсипи, санципам | cipralex, lexapro, elorya, elicea, latesco
citalopram | циталопрам | citalopram | ssri | N06AB04 | ципрамил, опра, цитол, прам | celexa, cipramil, citalex
fluoxetine | флуоксетин | fluoxetine | ssri | N06AB03 | прозак, профлузак, апо-флуоксетин, флуоксетин ланнахер | prozac, sarafem, flunirin, flunisan
paroxetine | пароксетин | paroxetine | ssri | N06AB05 | паксил, рексетин, плизил, адепресс, актапароксетин | paxil, seroxat, arketis, rexetin
fluvoxamine | флувоксамин | fluvoxamine | ssri | N06AB08 | феварин, рокона | fevarin, luvox, faverin
venlafaxine | венлафаксин | venlafaxine | snri | N06AX16 | эфевелон, велаксин, велафакс, венлаксор, эффексор, ньювелонг | effexor, velahibin, velafax, efectin, effexor xr
duloxetine | дулоксетин | duloxetine | snri | N06AX21 | симбалта, дулоксента, симода | cymbalta, dulsevia, taita, yentreve
milnacipran | милнаципран | milnacipran | snri | N06AX17 | иксел | ixel, savella
desvenlafaxine | десвенлафаксин | desvenlafaxine | snri | N06AX23 | пристик, элифор | pristiq
amitriptyline | амитриптилин | amitriptyline | tca sedative_drug | N06AA09 | саротен, амитриптилин никомед, триптизол | elavil, tryptizol, amitriptilin, saroten
clomipramine | кломипрамин | clomipramine | tca | N06AA04 | анафранил, клофранил | anafranil
imipramine | имипрамин | imipramine | tca | N06AA02 | мелипрамин, имизин | tofranil, melipramine
nortriptyline | нортриптилин | nortriptyline | tca | N06AA10 | нортрилен | pamelor, aventyl
doxepin | доксепин | doxepin | tca sedative_drug | N06AA12 | синекван | sinequan, silenor
pipofezine | пипофезин | pipofezine | tca | N06AA | азафен | azaphen
maprotiline | мапротилин | maprotiline | tca | N06AA21 | людиомил | ludiomil, maprotilin
trazodone | тразодон | trazodone | serotonergic_antidepressant sedative_drug | N06AX05 | триттико, азона | trittico, desyrel, oleptro
vortioxetine | вортиоксетин | vortioxetine | serotonergic_antidepressant | N06AX26 | бринтелликс, вортиоксетин канон | brintellix, trintellix
mirtazapine | миртазапин | mirtazapine | serotonergic_antidepressant sedative_drug | N06AX11 | ремерон, каликста, миртазонал, эспритал | remeron, remirta, calixta, mirzaten
mianserin | миансерин | mianserin | antidepressant sedative_drug | N06AX03 | леривон | tolvon, lerivon
bupropion | бупропион | bupropion | antidepressant | N06AX12 | веллбутрин, зибан | wellbutrin, zyban, bupropion hydrochloride, wellbutrin xl, wellbutrin sr
agomelatine | агомелатин | agomelatine | antidepressant hepatotoxic_drug | N06AX22 | вальдоксан, агомелатин канон | valdoxan
tianeptine | тианептин | tianeptine | antidepressant | N06AX14 | коаксил | coaxil, stablon
moclobemide | моклобемид | moclobemide | maoi | N06AG02 | аурорикс | aurorix, manerix, auromid
pirlindole | пирлиндол | pirlindole | maoi | N06AX | пиразидол | pirazidol, lifril
phenelzine | фенелзин | phenelzine | maoi | N06AF03 | нардил | nardil
tranylcypromine | транилципромин | tranylcypromine | maoi | N06AF04 | парнат, трансамин | parnate
isocarboxazid | изокарбоксазид | isocarboxazid | maoi | N06AF01 | марплан | marplan
methylene_blue | метиленовый синий | methylene blue | maoi | V03AB17 | метилтиониния хлорид, синий метиленовый | methylthioninium chloride, methylthioninium
selegiline | селегилин | selegiline | maoi dopaminergic | N04BD01 | юмекс, когнитив, сеган | eldepryl, jumex, emsam
rasagiline | разагилин | rasagiline | maoi dopaminergic | N04BD02 | азилект, разагилин тева | azilect
safinamide | сафинамид | safinamide | maoi dopaminergic | N04BD03 | ксадаго | xadago
lithium | лития карбонат | lithium carbonate | lithium_salt | N05AN01 | седалит, контемнол, карбонат лития, микалит, литий карбонат, литий | lithium, lithobid, eskalith, litijum karbonat, priadel
buspirone | буспирон | buspirone | antianxiety | N05BE01 | спитомин | buspar, buspiron
`

const minds = `
clozapine | клозапин | clozapine | antipsychotic sedative_drug | N05AH02 | азалептин, лепонекс, клозастен, азалептол | clozaril, leponex, clozapin
quetiapine | кветиапин | quetiapine | antipsychotic sedative_drug | N05AH04 | сероквель, кетилепт, квентиакс, кветитекс | seroquel, kventiax, actawell, hedonin, seroquel xr
olanzapine | оланзапин | olanzapine | antipsychotic sedative_drug | N05AH03 | зипрекса, заласта, эголанза | zyprexa, onzapin, treana
risperidone | рисперидон | risperidone | antipsychotic | N05AX08 | рисполепт, торендо, риссет, сперидан | risperdal, rispolept, rissar
aripiprazole | арипипразол | aripiprazole | antipsychotic | N05AX12 | абилифай, зилаксера, амдоал | abilify, zylaxera, lemilvo
haloperidol | галоперидол | haloperidol | antipsychotic sedative_drug | N05AD01 | галоперидол деканоат, сенорм | haldol
sulpiride | сульпирид | sulpiride | antipsychotic | N05AL01 | эглонил, бетамакс, просульпин | eglonyl, dogmatil
chlorprothixene | хлорпротиксен | chlorprothixene | antipsychotic sedative_drug | N05AF03 | труксал, хлорпротиксен санофи | truxal
chlorpromazine | хлорпромазин | chlorpromazine | phenothiazine sedative_drug hepatotoxic_drug | N05AA01 | аминазин, ларгактил | thorazine, largactil
levomepromazine | левомепромазин | levomepromazine | phenothiazine sedative_drug | N05AA02 | тизерцин | nozinan, tisercin, methotrimeprazine
thioridazine | тиоридазин | thioridazine | phenothiazine sedative_drug | N05AC02 | сонапакс, тиорил, меллерил | mellaril, sonapax
fluphenazine | флуфеназин | fluphenazine | phenothiazine | N05AB02 | модитен, модитен депо, миренил | prolixin, moditen
perphenazine | перфеназин | perphenazine | phenothiazine | N05AB03 | этаперазин | trilafon
trifluoperazine | трифлуоперазин | trifluoperazine | phenothiazine | N05AB06 | трифтазин, стелазин | stelazine
alimemazine | алимемазин | alimemazine | phenothiazine sedating_antihistamine | R06AD01 | тералиджен, тералиджен ретард | theralene, trimeprazine
promethazine | прометазин | promethazine | phenothiazine sedating_antihistamine | R06AD02 | пипольфен, дипразин | phenergan
`

const sleep = `
diazepam | диазепам | diazepam | benzodiazepine | N05BA01 | реланиум, сибазон, седуксен, релиум, валиум | valium, bensedin, apaurin
alprazolam | алпразолам | alprazolam | benzodiazepine | N05BA12 | ксанакс, алзолам, хелекс, золдак | xanax, ksalol, helex
lorazepam | лоразепам | lorazepam | benzodiazepine | N05BA06 | лорафен, мерлит | ativan, lorsilan
clonazepam | клоназепам | clonazepam | benzodiazepine anticonvulsant | N03AE01 | ривотрил | klonopin, rivotril
bromazepam | бромазепам | bromazepam | benzodiazepine | N05BA08 | лексотан | bromazepam hf, lexaurin, lexilium, lexotan
phenazepam | бромдигидрохлорфенилбензодиазепин | phenazepam | benzodiazepine | N05BX | феназепам, элзепам, транквезипам, фезанеф, феназипам | fenazepam
clobazam | клобазам | clobazam | benzodiazepine anticonvulsant | N05BA09 | фризиум | frisium, onfi, sympazan
midazolam | мидазолам | midazolam | benzodiazepine | N05CD08 | дормикум, фулсед | dormicum, versed, flormidal
nitrazepam | нитразепам | nitrazepam | benzodiazepine | N05CD02 | радедорм, эуноктин | mogadon
tofisopam | тофизопам | tofisopam | benzodiazepine | N05BA23 | грандаксин | grandaxin
medazepam | медазепам | medazepam | benzodiazepine | N05BA03 | рудотель, мезапам | nobrium, rudotel
zolpidem | золпидем | zolpidem | z_drug | N05CF02 | ивадал, санвал, гипноген, сновител, нитрест | ambien, stilnox, sanval, lunata
zopiclone | зопиклон | zopiclone | z_drug | N05CF01 | имован, сомнол, пиклодорм, релаксон | imovane, zimovane
zaleplon | залеплон | zaleplon | z_drug | N05CF03 | анданте, сонната | sonata, andante
doxylamine | доксиламин | doxylamine | sedating_antihistamine | R06AA09 | донормил, реслип, сонмил, валокордин-доксиламин | unisom, donormyl
hydroxyzine | гидроксизин | hydroxyzine | sedating_antihistamine | N05BB01 | атаракс | atarax, vistaril
phenobarbital | фенобарбитал | phenobarbital | barbiturate enzyme_inducer_anticonvulsant enzyme_inducer hepatotoxic_drug | N03AA02 | люминал, паглюферал | luminal, phenobarbitone, phenobarbiton
fabomotizole | фабомотизол | fabomotizole | antianxiety | N05BX04 | афобазол, афобазол ретард | afobazol, afobazole
temgicoluril | тетраметилтетраазабициклооктандион | temgicoluril | antianxiety | N05BX | адаптол, мебикар, мебикс, темгиколурил | adaptol, mebicar
etifoxine | этифоксин | etifoxine | antianxiety sedative_drug | N05BX03 | стрезам | stresam
pregabalin | прегабалин | pregabalin | anticonvulsant sedative_drug | N03AX16 | лирика, альгерика, прегабалин канон, прабегин | lyrica, pragiola, pregabio
gabapentin | габапентин | gabapentin | anticonvulsant sedative_drug | N03AX12 | нейронтин, тебантин, катэна, конвалис, габагамма | neurontin, gabapentin hf, katena, gralise
`

const seizures = `
carbamazepine | карбамазепин | carbamazepine | enzyme_inducer_anticonvulsant enzyme_inducer | N03AF01 | финлепсин, тегретол, зептол, финлепсин ретард, карбалепсин | tegretol, galepsin, carbatrol, karbapin
phenytoin | фенитоин | phenytoin | enzyme_inducer_anticonvulsant enzyme_inducer | N03AB02 | дифенин, дилантин | dilantin, epanutin, difetoin
primidone | примидон | primidone | enzyme_inducer_anticonvulsant enzyme_inducer barbiturate | N03AA03 | гексамидин, мисолин | mysoline
oxcarbazepine | окскарбазепин | oxcarbazepine | enzyme_inducer_anticonvulsant | N03AF02 | трилептал | trileptal
topiramate | топирамат | topiramate | anticonvulsant | N03AX11 | топамакс, макситопир, топсавер, тореал | topamax, tiramat, topepsil
valproate | вальпроевая кислота | valproate | anticonvulsant hepatotoxic_drug | N03AG01 | депакин, депакин хроно, конвулекс, конвульсофин, вальпарин, энкорат, вальпроат натрия, вальпроат, депакин хроносфера | valproic acid, depakine, depakote, epilim, eftil, sodium valproate, divalproex
lamotrigine | ламотриджин | lamotrigine | anticonvulsant | N03AX09 | ламиктал, сейзар, ламитор, конвульсан | lamictal, lameptil, lamal
levetiracetam | леветирацетам | levetiracetam | anticonvulsant | N03AX14 | кеппра, эпитерра, летирам, леветинол | keppra
ethosuximide | этосуксимид | ethosuximide | anticonvulsant | N03AD01 | суксилеп | zarontin, suxinutin
lacosamide | лакосамид | lacosamide | anticonvulsant | N03AX18 | вимпат | vimpat
`

const nerves = `
levodopa | леводопа | levodopa | levodopa_alone | N04BA01 | допафлекс, дофа, l-дофа, л-дофа | l-dopa, larodopa, dopar
carbidopa | карбидопа | carbidopa | dopaminergic | | ингибитор дофа-декарбоксилазы карбидопа | lodosyn
benserazide | бенсеразид | benserazide | dopaminergic | | ингибитор дофа-декарбоксилазы бенсеразид | benserazid
entacapone | энтакапон | entacapone | dopaminergic | N04BX02 | комтан | comtan, comtess
pramipexole | прамипексол | pramipexole | dopaminergic | N04BC05 | мирапекс, праммитрем, опримея | mirapex, mirapexin, oprymea
ropinirole | ропинирол | ropinirole | dopaminergic | N04BC04 | реквип модутаб, синдранол | requip, rolpryna
amantadine | амантадин | amantadine | dopaminergic | N04BB01 | пк-мерц, мидантан | symmetrel, pk-merz
methylphenidate | метилфенидат | methylphenidate | stimulant_drug | N06BA04 | риталин, концерта | ritalin, concerta, medikinet
amfetamine | амфетамин | amfetamine | stimulant_drug | N06BA01 | фенамин, аддералл | amphetamine, adderall, dexamfetamine, dextroamphetamine, dexedrine
lisdexamfetamine | лиздексамфетамин | lisdexamfetamine | stimulant_drug | N06BA12 | вивансе, элвансе | vyvanse, elvanse
atomoxetine | атомоксетин | atomoxetine | stimulant_drug | N06BA09 | страттера, когниттера | strattera
modafinil | модафинил | modafinil | stimulant_drug | N06BA07 | модалерт, провигил, модиодал, армодафинил | provigil, modalert, armodafinil
sibutramine | сибутрамин | sibutramine | stimulant_drug snri | A08AA10 | редуксин, меридиа, линдакса, голдлайн, слимия | meridia, reductil, reduxin, reduxade
donepezil | донепезил | donepezil | dementia_drug | N06DA02 | алзепил, арисепт | aricept, yasnal
memantine | мемантин | memantine | dementia_drug | N06DX01 | акатинол мемантин, меманталь, акатинол | namenda, ebixa, nemdatine
betahistine | бетагистин | betahistine | antivertigo | N07CA01 | бетасерк, вестибо, тагиста | betaserc, urutal, serc
mexidol | этилметилгидроксипиридина сукцинат | ethylmethylhydroxypyridine succinate | metabolic_medicine | N07XX | мексидол, мексикор, мексиприм, нейрокс | mexidol, emoxypine, mexicor
piracetam | пирацетам | piracetam | nootropic | N06BX03 | ноотропил, луцетам, фезам | nootropil, oikamid
nicergoline | ницерголин | nicergoline | nootropic | C04AE02 | сермион | sermion
tolperisone | толперизон | tolperisone | muscle_relaxant | M03BX04 | мидокалм, калмирекс | mydocalm
tizanidine | тизанидин | tizanidine | muscle_relaxant sedative_drug alpha2_agonist | M03BX02 | сирдалуд, тизалуд, тизанил | sirdalud, zanaflex
baclofen | баклофен | baclofen | muscle_relaxant sedative_drug | M03BX01 | баклосан, лиорезал | lioresal, baclosan
`

const pain = `
tramadol | трамадол | tramadol | opioid_serotonergic painkiller | N02AX02 | трамал, трамал ретард, трамаклосидол | ultram, trodon, tramal
tapentadol | тапентадол | tapentadol | opioid_serotonergic painkiller | N02AX06 | палексия | nucynta, palexia
trimeperidine | тримеперидин | trimeperidine | opioid_serotonergic painkiller | N02AB | промедол | promedol
pethidine | петидин | pethidine | opioid_serotonergic painkiller | N02AB02 | меперидин | meperidine, demerol
methadone | метадон | methadone | opioid_serotonergic painkiller | N07BC02 | метадон гидрохлорид | dolophine, heptanon
fentanyl | фентанил | fentanyl | opioid_serotonergic painkiller | N02AB03 | дюрогезик, фендивия, луналдин | duragesic, durogesic, victanyl
dextromethorphan | декстрометорфан | dextromethorphan | opioid_serotonergic | R05DA09 | гликодин, туссин плюс, терасил-д, сироп с декстрометорфаном | dxm, robitussin dm, delsym, dextromethorphan hydrobromide
morphine | морфин | morphine | opioid painkiller | N02AA01 | мст континус, доломорф | ms contin, morfin
codeine | кодеин | codeine | opioid painkiller | R05DA04 | коделак, терпинкод | codeine phosphate, kodein
oxycodone | оксикодон | oxycodone | opioid painkiller | N02AA05 | оксиконтин, таргин | oxycontin, targinact
buprenorphine | бупренорфин | buprenorphine | opioid painkiller | N02AE01 | бупранал, транстек | suboxone, subutex, transtec
nalbuphine | налбуфин | nalbuphine | opioid painkiller | N02AF02 | налбуфин серб | nubain
sumatriptan | суматриптан | sumatriptan | triptan | N02CC01 | имигран, амигренин, сумамигрен, рапимед, тримигрен | imitrex, imigran, sumamigren
zolmitriptan | золмитриптан | zolmitriptan | triptan | N02CC03 | зомиг, мигрепам | zomig
eletriptan | элетриптан | eletriptan | triptan | N02CC06 | релпакс, релонова | relpax
rizatriptan | ризатриптан | rizatriptan | triptan | N02CC04 | ризамигрен, максалт | maxalt, rizamelt
naratriptan | наратриптан | naratriptan | triptan | N02CC02 | нарамиг | naramig, amerge
`

const mixed = `
levodopa_carbidopa | леводопа + карбидопа | levodopa with carbidopa | levodopa_with_inhibitor dopaminergic | levodopa carbidopa | N04BA02 | наком, синемет, тидомет форте, тремонорм, дуэллин, леводопа карбидопа, карбидопа леводопа, леводопа и карбидопа | sinemet, nakom, carbidopa levodopa, levodopa carbidopa, co-careldopa
levodopa_benserazide | леводопа + бенсеразид | levodopa with benserazide | levodopa_with_inhibitor dopaminergic | levodopa benserazide | N04BA02 | мадопар, мадопар 250, леводопа бенсеразид, леводопа и бенсеразид | madopar, prolopa, levodopa benserazide, co-beneldopa
stalevo | леводопа + карбидопа + энтакапон | levodopa with carbidopa and entacapone | levodopa_with_inhibitor dopaminergic | levodopa carbidopa entacapone | N04BA03 | сталево | stalevo
tramadol_paracetamol | парацетамол + трамадол | tramadol with paracetamol | opioid_serotonergic painkiller hepatotoxic_drug | tramadol paracetamol | N02AJ13 | залдиар, рамлепса | zaldiar, doreta, ultracet
corvalol | фенобарбитал + этилбромизовалерианат + мятное масло | phenobarbital drops with bromisovalerate | barbiturate enzyme_inducer_anticonvulsant enzyme_inducer hepatotoxic_drug sedative_drug | phenobarbital | N05CB02 | корвалол, валокордин, барбовал, валосердин, корвалол в таблетках, капли корвалол | corvalol, valocordin, valoserdin
fluoxetine_olanzapine | оланзапин + флуоксетин | olanzapine with fluoxetine | ssri antipsychotic sedative_drug | fluoxetine olanzapine | N06CA03 | симбиакс | symbyax
`

export const MIND: readonly Drug[] = [
  ...singles([mood, minds, sleep, seizures, nerves, pain].join('\n')),
  ...combinations(mixed),
]
