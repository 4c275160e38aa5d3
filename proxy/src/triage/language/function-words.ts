/** Languages the product answers in. */
export const SUPPORTED_LANGUAGES = ['en', 'es', 'fr', 'de'] as const;

/**
 * Frequent small words and shop words, accents removed, lower case. A word shared by two languages stands in both or is
 * left out when it is a frequent English word as well. Portuguese, Italian and Dutch are listed to tell them from the
 * supported ones.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: `the a an and or but of to in on at for with from by is are was were be been am do does did have has had i you he
    she it we they my your our their me us him her them this that these those there here what when where why who how
    which can could will would should may might not no yes if so as about after before because still yet please thanks
    thank hello hi hey dear order orders ordered ordering delivery delivered package parcel return returns refund
    refunded charged charge payment pay paid cancel track tracking item items need want get got received receive price
    cost buy bought available size color colour shipping shipped ship help know been any some much many im dont didnt
    cant its ive whats wheres just only now again never ever also out up tell give show check status wrong late broken
    missing damaged product products customer service agent call email account password login`,
  es: `el la los las un una unos unas y de del al en con por para es son esta estan estoy fue era ser soy mi mis tu su
    sus nuestro que cuando donde como cual quien porque puedo puede pueden podria quiero quisiera necesito tengo tiene
    hay he ha han no si pero mas muy ya todavia aun hola buenos buenas dias tardes gracias favor pedido pedidos compra
    envio paquete entrega devolver devolucion reembolso dinero pago cobrado cobro factura tarjeta cancelar anular
    llego llegado llega recibido recibi producto precio cuanto cuesta talla tienda articulo seguimiento numero desde
    hace dos veces me te lo le se esto este ese`,
  fr: `le la les un une des du de et ou est sont etait ete suis je tu il elle nous vous ils mon ma mes ton votre vos
    notre nos ce cette ces que qui quoi quand comment pourquoi combien dans sur avec pour par pas ne plus jamais
    toujours encore mais si bonjour bonsoir salut merci svp plait commande commandes colis livraison livre retour
    retourner rembourser remboursement argent paiement paye facture carte annuler recu arrive produit prix taille
    disponible voudrais veux peux pouvez puis ai avez ont fait numero suivi depuis deux fois au aux moi mois`,
  de: `der die das den dem des ein eine einen einem einer und oder ist sind war waren bin ich du er wir ihr sie mein
    meine meinen meiner meinem dein ihre ihren unser was wann wo wie warum wer welche kann konnen konnte mochte will
    habe hat haben hatte nicht kein keine noch immer schon aber wenn auf mit von fur zu zum zur bei nach seit bitte
    danke hallo guten tag morgen abend bestellung bestellt bestellen paket lieferung geliefert lieferstatus sendung
    retoure zuruckgeben zurucksenden zuruckschicken ruckgabe geld erstattung ruckerstattung rechnung zahlung bezahlt
    karte abgebucht stornieren artikel produkt preis grosse verfugbar kostet umtauschen angekommen bekommen erhalten
    nummer zweimal doppelt es im am an mir mich ihnen`,
  pt: `o os a as um uma uns e do da dos das no na nos nas com por para nao sim voce voces meu minha meus seu sua que
    quando onde como porque eu ele ela nos esta estao foi tem tenho quero preciso gostaria ola obrigado obrigada bom
    boa dia tarde noite pedido encomenda entrega chegou recebi ainda mas muito pagamento dinheiro devolver reembolso
    cancelar fatura cartao preco`,
  it: `il lo la i gli le un uno una e di del della dei delle da dal in nel nella con su per tra non si che chi cosa
    quando dove come perche io tu lui lei noi voi loro mio mia miei tuo suo sono sei siamo ho hai abbiamo vorrei posso
    potete ciao buongiorno grazie ordine ordini pacco spedizione consegna arrivato ricevuto ancora ma molto pagamento
    soldi rimborso reso restituire annullare fattura carta prezzo quanto costa`,
  nl: `de het een en of van in op met voor door is zijn was waren ben ik jij je hij zij wij we jullie mijn uw onze wat
    wanneer waar hoe waarom wie welke kan kunnen wil heb heeft hebben niet geen nog steeds maar als aan bij naar sinds
    graag dank hallo bestelling besteld pakket levering geleverd retour retourneren terugsturen geld terugbetaling
    factuur betaling betaald kaart annuleren ontvangen mij`,
};
