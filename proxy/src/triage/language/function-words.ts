/** Languages the product answers in. */
export const SUPPORTED_LANGUAGES = ['en', 'es', 'fr', 'de'] as const;

/**
 * Frequent small words and shop words, accents removed, lower case. A word shared by two languages stands in both or is
 * left out when it is a frequent English word as well. The languages after German are listed to tell them
 * from the supported ones.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: `the a an and or but of to in on at for with from by is are was were be been am do does did have has had i you he
    she it we they my your our their me us him her them this that these those there here what when where why who how
    which can could will would should may might not no yes if so as about after before because still yet please thanks
    thank hello hi hey dear order orders ordered ordering delivery delivered package parcel return returns refund
    refunded charged charge payment pay paid cancel track tracking item items need want get got received receive price
    cost buy bought available size color colour shipping shipped ship help know been any some much many im dont didnt
    cant its ive whats wheres just only now again never ever also out up tell give show check status wrong late broken
    missing damaged product products customer service agent call email account password login die hat war hard gift card cards menu set model case bag shoe shoes shirt jacket chair table lamp needs voucher promo code store shop stock offer speak talk human real person invoice receipt address change money problem question new old first last two today tomorrow week days open small big too very good bad works work working stopped another different instead replacement exchange sent send`,
  es: `el la los las un una unos unas y de del al en con por para es son esta estan estoy fue era ser soy mi mis tu su
    sus nuestro que cuando donde como cual quien porque puedo puede pueden podria quiero quisiera necesito tengo tiene
    hay he ha han no si pero mas muy ya todavia aun hola buenos buenas dias tardes gracias favor pedido pedidos compra
    envio paquete entrega devolver devolucion reembolso dinero pago cobrado cobro factura tarjeta cancelar anular
    llego llegado llega recibido recibi producto precio cuanto cuesta talla tienda articulo seguimiento numero desde
    hace dos veces me te lo le se esto este ese funciona funcionan roto rota rotos hablar agente persona alguien cancelado cancelada codigo descuento cupon ayuda nada nunca vale repartidor mensajero vino vengo devuelvan cobraron cargo cambiar cambio direccion ropa zapatos queda grande pequeno rechazada rechazado noches solo ahora hoy manana ayer semana semanas mes dia sigo sin pasa mal servicio atencion cliente correo contrasena cuenta llegar llegara esperando enviar envian enviado mandar tarda tardan disponible garantia regalo pedi compre comprar quiere necesita podrian ustedes usted nosotros todo todos`,
  fr: `le la les un une des du de et ou est sont etait ete suis je tu il elle nous vous ils mon ma mes ton votre vos
    notre nos ce cette ces que qui quoi quand comment pourquoi combien dans sur avec pour par pas ne plus jamais
    toujours encore mais si bonjour bonsoir salut merci svp plait commande commandes colis livraison livre retour
    retourner rembourser remboursement argent paiement paye facture carte annuler recu arrive produit prix taille
    disponible voudrais veux peux pouvez puis ai avez ont fait numero suivi depuis deux fois au aux moi mois marche marchent parler conseiller quelqu personne invalide valable delai delais article manquant manque casse cassee abime trop petit petite grand grande mauvais mauvaise couleur refuse refusee cher remise reduction bonne nuit journee coute couter rien aucun aucune livreur adresse changer echange echanger erreur mail compte mot passe attends attendre semaine semaines jours jour hier demain aujourd hui inadmissible honte service client cadeau chaussures robe magasin stock ca cela quel quelle quels quelles etes avons avais aide besoin envoyer envoye expedie expediee commander achat achete ouvert prelevement preleve debite`,
  de: `der die das den dem des ein eine einen einem einer und oder ist sind war waren bin ich du er wir ihr sie mein
    meine meinen meiner meinem dein ihre ihren unser was wann wo wie warum wer welche kann konnen konnte mochte will
    habe hat haben hatte nicht kein keine noch immer schon aber wenn auf mit von fur zu zum zur bei nach seit bitte
    danke hallo guten tag morgen abend bestellung bestellt bestellen paket lieferung geliefert lieferstatus sendung
    retoure zuruckgeben zurucksenden zuruckschicken ruckgabe geld erstattung ruckerstattung rechnung zahlung bezahlt
    karte abgebucht stornieren artikel produkt preis grosse verfugbar kostet umtauschen angekommen bekommen erhalten
    nummer zweimal doppelt es im am an mir mich ihnen moin servus hey geht funktioniert falsche falscher falsches falsch gesperrt gutschein gutscheincode versandkosten versand schlechter schlecht service euch euer eure fehlt fehlen kaputt defekt beschadigt zerbrochen mitarbeiter mensch sprechen passt klein gross groesse farbe lieferbar verspatet zuruck zurueck schuhe hose kleid adresse andern anschrift konto passwort anmelden woche wochen tage heute gestern endlich jetzt wieder kommt kam bleibt bleiben liefert liefern osterreich schweiz konnt kosten teuer gunstig sofort dringend niemand nichts etwas alles mehr sehr gut hilfe helfen frage antwort warte warten doch mal uns wurde wurden worden sein mochten umtausch retourenschein ware bezahlen zahlen uberweisung lastschrift vielen lieben gruss grusse`,
  pt: `o os a as um uma uns e do da dos das no na nos nas com por para nao sim voce voces meu minha meus seu sua que
    quando onde como porque eu ele ela nos esta estao foi tem tenho quero preciso gostaria ola obrigado obrigada bom
    boa dia tarde noite pedido encomenda entrega chegou recebi ainda mas muito pagamento dinheiro devolver reembolso
    cancelar fatura cartao preco quanto custa tamanho errado errada falar atendente alguem ajuda nada nunca chegar enviado enviar devolucao troca trocar conta senha semana dias hoje amanha ontem comprei compra produto loja gostava podem pode vocês encomendas pedidos favor recusado`,
  it: `il lo la i gli le un uno una e di del della dei delle da dal in nel nella con su per tra non si che chi cosa
    quando dove come perche io tu lui lei noi voi loro mio mia miei tuo suo sono sei siamo ho hai abbiamo vorrei posso
    potete ciao buongiorno grazie ordine ordini pacco spedizione consegna arrivato ricevuto ancora ma molto pagamento
    soldi rimborso reso restituire annullare fattura carta prezzo quanto costa taglia sbagliata sbagliato buonasera salve parlare operatore qualcuno voglio rotto rotta aiuto niente mai cambio cambiare indirizzo prodotto negozio rifiutata sconto codice funziona settimana giorni oggi domani ieri manca arriva arrivera mille favore puo possono spedito`,
  nl: `de het een en of van in op met voor door is zijn was waren ben ik jij je hij zij wij we jullie mijn uw onze wat
    wanneer waar hoe waarom wie welke kan kunnen wil heb heeft hebben niet geen nog steeds maar als aan bij naar sinds
    graag dank hallo bestelling besteld pakket levering geleverd retour retourneren terugsturen geld terugbetaling
    factuur betaling betaald kaart annuleren ontvangen mij goedemorgen goedemiddag hoeveel dit dat verkeerde maat kapot terug komt blijft medewerker spreken iemand helpen help niets nooit vandaag morgen gisteren week weken dagen adres wijzigen ruilen product winkel werkt kortingscode alstublieft bedankt krijgen verzonden bezorgd`,
  pl: `i w z na do od o ze sie nie jest sa to ten ta te czy jak gdzie kiedy ile co dlaczego moj moja moje mojego mam masz
    ma chce chcialbym chcialabym prosze dziekuje dzien dobry witam czesc paczka paczke paczki przesylka zamowienie
    zamowienia zamowieniu zwrot zwrocic pieniedzy pieniadze faktura faktury fakture koszt kosztuje dostawa kurier rozmiar
    zly anulowac doszla dotarla przyszla jeszcze juz tylko ale bardzo pomoc numer`,
  sv: `och jag ar det som en ett pa med av for att har hade inte kan vill skulle var nar hur vad varfor vilken mitt min
    mina ert er vi du ni hej tack paket paketet bestallning bestalla leverans levererad pengarna tillbaka retur returnera
    storlek fel kostar frakt avbryt avbestalla fatt kommit finns ocksa annu sedan fraga faktura`,
  da: `og jeg er det som en et pa med af for at har havde ikke kan vil gerne hvor hvornar hvordan hvad hvorfor min mit
    mine jeres vi du i hej tak pakke pakken ordre bestilling levering pengene tilbage retur returnere storrelse forkert
    koster fragt annullere faet kommet findes ogsa endnu siden faktura`,
  tr: `ve bir bu su ne nerede zaman nasil neden kadar icin ile ben benim bana siz sizin var yok degil mi mu merhaba
    tesekkurler tesekkur lutfen siparis siparisim siparisimi siparis kargo kargom paket iade iadesi istiyorum gelmedi
    gelir gelecek para urun beden yanlis fatura hala`,
  cs: `a je jsem jsou to se na ve za pro kde kdy jak co proc muj moje mame mam chci prosim dekuji dobry den objednavka
    objednavku zasilka balik vratit penize faktura stale jeste nic neprisel neprislo neprisla ale uz`,
  ro: `si este sunt nu la cu pentru unde cand cum ce de mea meu mele vreau buna ziua multumesc comanda comenzii coletul
    pachet livrare bani inapoi retur factura inca ajuns ajunsa primit am`,
  hu: `es van nincs nem meg hol mikor hogyan mit miert az egy ez a csomag csomagom rendeles rendelesem szeretnem kerem
    koszonom jo napot penz vissza szamla erkezett`,
  fi: `ja on ei ole olen oli missa milloin miten mita miksi se tama minun haluan kiitos hei tilaus tilaukseni tilauksen
    paketti pakettini rahat takaisin palauttaa viela lasku saapunut`,
};
