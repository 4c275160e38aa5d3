/**
 * The words a reply may use without a fact behind them: small words, courtesies, and the words for telling how an order
 * stands. A star stands for up to six more letters. Words of money, favours, people, places and deeds are left out on
 * purpose: they need a fact, a policy, or a pattern of their own that looks them up.
 */
const ENGLISH = `
a about above after due news according actually again all along already also although am an and another any anybody anyone anything apart are aren around as at
be because been before being below besides best better between both but by can cannot could couldn despite did didn do does doesn don during
each either else even ever every everyone everything few first for from further had has hasn have haven having he hello her here hi him his how
however i if in instead into is isn it its itself just last latest least less let like likely little long lot made many may maybe me meanwhile
might mine more most much must my near never new next no nor not nothing now of off often ok on once one ones only onto or other others
our ours out over own per please possible quite rather really same second several shall she should since so some somebody someone something
still such than that the their them then there therefore these they thing things third this those though through to together too towards two under
unfortunately unless until up upon us very via was wasn we well were weren what whatever when whenever where whether which while who whom whose why
will wish with within without won would yes yet you your yours yourself
additionally alternatively currently finally immediately normally presently probably recently simply usually briefly directly exactly kindly
precisely separately eventually clearly carefully soonest accordingly otherwise altogether
ll ve re s t d m

amount amounts based excuse separate separated sooner longer far completely totally fully sadly regretfully regrettably fortunately luckily hopefully sincerely apparently basically overall nevertheless
moreover furthermore thus hence approximately roughly around nearly almost promptly properly truly greatly highly warmly absolutely hereby onwards
aim aims split double click tap button tab menu screen folder verify search locate state states mark marked list listed log type open opens realise realize recognise recognize
share supply mistaken spelling digit digits confirmation receipt purchase purchased buy bought connect notified scheduled taking takes taken course bear bearing add adding address addresses afraid ask asked match matched named placed utc aware clear dear glad good great happy helpful important kind lovely nice pleased sad sincere* sorry sure understandable
unclear unpleasant upset warm* welcome wonderful thorough* brief current* open available latest estimated exact full* general pending recent remaining
unsure useful usual visible early late later delayed ready

acknowledg* annoy* answer* apolog* appear* appreciat* arriv* assist* attach* attempt* check* come comes coming concern* confirm* contact* contain* correct* deliver* describ*
disappoint* dispatch* displeas* doubt* enclos* enter entered enter expect* explain* feel* find* follow* forward found frustrat* give* given gives go goes going happen* hear heard help* hesitat*
hope* includ* indicat* inform* know* learn* leave* left let lets look* mean means meant mention* miss move* moving need* note notify* order* pass passed passing pick* plan* please press prepar* provid*
put reach* read* receiv* record* refer* regret* remain* repl* report* request* respon* review* said say* scan* schedul* see seem* seen select* send* sends sent ship* show* shows stand* start*
stat* take* taken tell* thank* think* thought told track* transit travel* tried try trying understand* understood updat* use used uses using view* wait* want* way went wonder* work write* writing written wrote

anger answer attention bot business carrier* cause* charg* chat collect* colleague* content* conversation couple courier* customer* data date* day days delay* delivery deliveries depot* detail* driver* e-mail* email* estimat*
evening eta feedback friday hand handed handing handover hour* household inbox inconvenience* information issue* item* label* line* link* list matter* mail* message* moment month* network notification* number* package*
packet* page* pair* parcel* part parts patience payment* people person piece* pickup point* problem* product* progress question* reason* reference* refund* registered regards return* shop* shipment*
signature site situation spam spelling status* step* story subject support surprise system* team* thanks thanking ticket* title today trouble* truck van tracking update* visit warehouse website week* weekend* word words worry* year*
`;

const SPANISH = `
a acá suyo suya acaba poder indíque* encarg* figura entiendo comprendo prev* anot* pronto facilit* agradecería clic botón página pantalla carpeta acabas comprueb* favor haberle haberte paso añadir asunto dato datos deja deje dejar usa usan usar usas usó usaste debería* deberían dispon* adelante además ahí ahora al algo alguien algún alguna algunas alguno algunos allí ambas ambos ante anterior antes aparte aquel aquella aquello aquí así aun aún aunque
ayer bajo bastante bien buen buena buenas bueno buenos cada casi como cómo con conmigo consigo contra cosa cosas cual cuál cuales cuáles cualquier cualquiera cuando cuándo cuanta cuanto cuánto
da dan dar de del demás dentro desde después dicho donde dónde dos durante e el él ella ellas ello ellos en encima entonces entre era eran es esa esas ese eso esos esta ésta estaba están
está estado estamos estar estará estas este éste esto estos estoy fin fue fueron fuese fui gran grande ha haber había hace hacer hacerse haga hago han hasta hay haya hayan he hecho hemos hizo hola hoy igual
incluso ir jamás junto la las le les lo los luego más me mediante medio mejor menos mi mía mientras mío mis misma mismo mucha muchas mucho muchos muy nada ni ningún ninguna ninguno no nos nosotros
nuestra nuestras nuestro nuestros nueva nuevo nunca o ocho os otra otras otro otros para parece parte pero poca poco por porque pronto posible posibles primer primera primero propia propio próxima próximo pues puede pueden puedo pudo podemos podría podríamos podrían puedes podido que qué quien quién quiere quiera quieres
quizá quizás se sea sean según segunda segundo ser será serán si sí sido siempre siendo sigue siguen sin sino sobre solamente sola solo sólo somos son su sus tal también tampoco tan tanto te tercer tercera tenga tengan tendrá tenemos tener tengo tiene tienen tienes tenía
todas todavía todo todos toda tras través tu tú tus tuyo un una unas uno unos usted ustedes va vamos van vaya veces vez vía vimos ver ve vemos visto viene vienen y ya yo

actual* actualment* actualiz* afortunad* agradec* alegr* amabl* ansi* anunci* apart* aparec* atent* atenci* aviso ayud* atrás cordial* saludo* saludos lament* sentimos siento disculp* molest* inconvenient* preocup* pacienci* perdón gracias encantad* disposición duda* consult* pregunt*
comprend* entend* entiend* sabemos saber sé conocer conoc* confirm* comprob* contact* contest* conteng* contien* contenid* correct* correo* correspond* compañer* conversación describ* desafort* dirección desafortunad* detall* día días direct* domingo
encontr* encuentr* enlace* entreg* entregu* enví* envi* escrib* escrit* espac* esper* estim* etiqueta* exact* expres* fecha* figur* finalment* formulario hora* hábil* impaci* indic* inform* intent* jueves leer leído leerá leyó leyendo lunes llegar* llegad* lleg* llev* lo antes
mand* mañana martes mensaje* mencion* mes mir* miércoles momento motivo* mostr* muestr* necesit* noticia* nota* número* ocurr* opinión palabra* paquete* par pares pedido* pedir pedimos pendiente* persona* personal* plazo posibl* precis* preparad* prepar* prev* problema* product* pront* pued*
quej* quedar* quedamos qued* realiz* recib* recog* record* referencia* registr* relacion* relat* remit* resp* respond* respuest* revis* sábado salid* salió salir segur* segui* seguimient* seman* seri* servici* situación solicit* sustitu* sent* tema* tiempo tom* transport* tránsit* tras trat* viaj* viernes vista visit*
almacén bulto* cargo* compra* cliente* artículo* año* equipo estado estimad* envío* mitad pago* pregunta* pronto punto* reembols* devol* envíen* envíenos escríbanos cosa opciones entrega* conductor repartidor* reparto camino recogida tarde tardes noche noches desagradable
`;

const MOST_MORE = 6;

const exact = new Set<string>();
const stems = new Set<string>();
for (const word of `${ENGLISH} ${SPANISH}`.split(/\s+/).filter(Boolean)) {
  if (word.endsWith('*')) stems.add(word.slice(0, -1));
  else exact.add(word);
}

/** Whether a word, in small letters, needs nothing behind it. */
export function isOrdinary(word: string): boolean {
  if (exact.has(word)) return true;
  for (let length = Math.max(2, word.length - MOST_MORE); length <= word.length; length += 1) {
    if (stems.has(word.slice(0, length))) return true;
  }
  return false;
}
