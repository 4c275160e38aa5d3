/** Written Spanish sentences of critical matters, by the review reason they must give, and harmless ones near them. */
export const CRITICAL = {
  money: `
    Me han cobrado dos veces el pedido 48211.
    En mi extracto aparece el mismo importe el día 3 y otra vez el día 5, y solo hice un pedido.
    hola me habeis cobrado doble la lampara
    Hay un cargo de su tienda que no reconozco.
    Cancelé la suscripción en marzo y me siguen cobrando 9,99 al mes.
    Anulé el pedido antes del envío y aun así me quitaron el dinero.
    Se me ha hecho un cobro que yo no he autorizado.
    Alguien ha usado mi tarjeta en su tienda.
    Me aparecen dos cargos iguales de 54,20 de ustedes.
    el pago dio error, lo repeti y ahora me salen dos cobros
    Nunca me he suscrito a nada y veo un cargo mensual suyo.
    Me han pasado el recibo por duplicado.
    Compré una taza y me han facturado tres.
    Mi banco me avisó de una compra en su web que no es mía.
    Han sacado dinero de mi cuenta sin mi permiso.
    Pagué por transferencia y además cargaron el importe en la tarjeta.
    Ya estaba pagado y me lo volvieron a cobrar.
    Me debitaron 2 veces lo mismo, por favor devuelvan uno.
    No sé qué es este cargo, en casa nadie ha comprado nada.
    cobro indebido en mi tarjeta de debito
    Cobro no autorizado de 212 euros
    En vez de devolverme el dinero me han vuelto a cobrar.
    Tengo un doble cargo y por eso me devolvieron el alquiler.
    me cobraron el envio express que yo no elegi ni acepte
    Cerré mi cuenta en enero pero siguen pasando cobros.
    Han hecho una compra con mi PayPal y no fui yo.
    Me figura pagado dos veces, sin prisa, pero revísenlo.
    Desconozco un movimiento de vuestra tienda en mi tarjeta.
    Han cargado tres veces la misma factura.
    Perdone, mirando el banco veo que el lunes pasaron 45 euros y el martes otros 45. Solo compré una vez.
    La domiciliación se pasó dos veces.
    Pedí la baja en junio y me cobraron julio y agosto.`,
  account_security: `
    Alguien ha entrado en mi cuenta y ha cambiado la dirección.
    Me han hackeado la cuenta.
    No puedo entrar y el correo de mi perfil ya no es el mío.
    En mi historial hay pedidos que yo no hice.
    Me llegó la confirmación de una consola que nunca he pedido.
    Han cambiado mi contraseña y no he sido yo.
    Un desconocido tiene acceso a mi cuenta, bloquéenla por favor.
    Veo un inicio de sesión desde Brasil y yo vivo en Sevilla.
    Hicieron un pedido a mi nombre a una calle que no conozco.
    Mis puntos los ha gastado otra persona.
    creo que me robaron la cuenta
    El saldo de mi tarjeta regalo ha desaparecido y no lo he usado.
    Piratearon mi perfil y compraron dos portátiles.
    El teléfono que sale en mi cuenta no es el mío.
    Pinché en un correo que parecía suyo y puse mi clave, ahora no puedo entrar.
    Al entrar veo los pedidos y la dirección de otra persona.
    Han suplantado mi identidad para comprar en su web.
    Usaron mi tarjeta guardada para un pedido del que no sé nada.
    Mi ex entra en mi cuenta y ve mis compras.
    sospecho que entraron a mi cuenta, hay un dispositivo raro`,
  safety: `
    El cargador echó humo y lo desenchufé.
    La batería se ha hinchado como un globo.
    La tostadora se prendió fuego esta mañana.
    Al enchufar la lámpara me dio un calambre.
    Me dio una descarga eléctrica.
    Encontré un trozo de cristal en los cereales.
    Había metal en la papilla del bebé.
    Mi hijo tuvo una reacción alérgica con el champú y acabamos en urgencias.
    La jarra se rompió y me quemé la pierna con el café.
    La trona se volcó con mi hija dentro.
    Se soltó un botón del juguete y casi se ahoga el niño.
    Todos nos pusimos malos después de comer las gambas.
    La silla se rompió y me caí, tengo la muñeca rota.
    El enchufe echa chispas.
    Se calienta muchísimo y huele a quemado.
    El colchón huele a productos químicos y nos duele la cabeza.
    Las barritas tenían moho y llevo dos días vomitando.
    Mi perro murió después de comer las galletas.
    Me corté con un borde afilado de la estantería.
    La cuchilla saltó de la batidora en marcha.
    La crema me ha quemado la cara, tengo ampollas.
    La olla a presión explotó.
    Fallaron los frenos de la bici y me caí.
    La bombona pierde gas.
    Encontré una aguja en la chaqueta y me pinché.
    La litera se hundió con los niños encima.
    Se me hincharon los labios con una cucharada, la etiqueta no dice nada de frutos secos.
    el cable se derritio
    La rueda del carrito se salió en medio de la calle.
    no es gran cosa pero el enchufe de la plancha se pone marron y quema
    El repartidor empujó a mi madre en la puerta.
    El mensajero me amenazó.
    No quiero seguir viviendo.
    Voy a ir a su oficina con un cuchillo.
    Me intoxiqué con los humos del pegamento.
    El niño se metió una pila en la boca porque la tapa no cierra.`,
  legal: `
    Lo he puesto en manos de mi abogado.
    Si no me devuelven el dinero voy a juicio.
    Les voy a demandar.
    He puesto una denuncia en la policía.
    Presentaré una reclamación en Consumo.
    Voy a acudir a la OCU.
    Pediré la hoja de reclamaciones y lo llevaré a la oficina del consumidor.
    Nos veremos en los tribunales.
    Recibirán un burofax de mi abogada.
    Voy a iniciar acciones legales contra ustedes.
    He pedido a mi banco la retrocesión del cargo.
    Abriré una disputa con mi banco si no hay respuesta.
    Esto es una estafa y voy a ir a la Guardia Civil.
    Si el lunes no está resuelto, aviso a la prensa.
    Acudiré a la Agencia de Protección de Datos.
    Lo que hacen es ilegal.
    mi abogado dice q han incumplido el contrato
    Les denunciaré si no cumplen.
    Voy a reclamar por vía judicial.
    Lo llevaré ante el juez si hace falta.
    Ya hemos informado a la autoridad competente.
    Represento legalmente a la señora Ruiz en este asunto.
    Tomaremos medidas legales.
    Pondré el caso en manos de la PROFECO.
    Este es mi último aviso antes de ir por la vía legal.
    Esto es un robo y lo voy a denunciar.
    Saldrá en la televisión local el jueves.
    Mi seguro les reclamará los daños por vía legal.
    Exijo que borren mis datos según el RGPD o iré a la autoridad de control.
    Les escribe el despacho de abogados Gil en nombre de nuestro cliente.
    Ya puse la demanda.
    Os veréis con mi abogada.`,
} as const;

export const HARMLESS = `
    No me han cobrado dos veces, todo bien, solo necesito la factura.
    Solo hay un cargo, gracias por mirarlo.
    ¿Me cobrarán dos veces si divido el pedido?
    ¿Qué pasa si me cobran dos veces?
    ¿Se puede pagar en tres pagos?
    Intenté pagar dos veces y la tarjeta fue rechazada.
    ¿Aceptan dos tarjetas para un pedido?
    ¿Cuándo me cobran, al pedir o al enviar?
    ¿Cobran por las devoluciones?
    Hice el mismo pedido dos veces sin querer, anulen uno por favor.
    ¿Por qué se cobra el envío aparte?
    No reconozco la marca de la foto, ¿cuál es?
    Pagué con PayPal, ¿cuándo lo envían?
    ¿Hay un cargo por montaje?
    Todavía no me han cobrado, ¿es normal?
    ¿Puedo pagar la segunda mitad el mes que viene?
    He pagado el doble en otra tienda, así que estoy encantada.
    ¿Es segura mi tarjeta con ustedes?
    He cambiado de correo, actualicen mi cuenta por favor.
    Olvidé mi contraseña, ¿cómo la cambio?
    No puedo entrar, dice contraseña incorrecta.
    ¿Puede otra persona recoger el paquete?
    Mi mujer hizo el pedido con su cuenta, ¿puedo devolverlo yo?
    Mi cuenta está bloqueada, escribí mal la contraseña.
    ¿Cómo se protegen de los hackers?
    Todavía no hice ningún pedido, solo quiero preguntar.
    Borren mi cuenta, por favor, ya no compro por internet.
    No me llegó la confirmación del pedido.
    ¿Puedo pedir a nombre de mi madre?
    ¿Cómo cambio el teléfono de mi perfil?
    ¿Este cargador se calienta mucho?
    ¿Es seguro el calefactor en el baño?
    ¿Y si la batería se incendia?
    ¿La chaqueta es resistente al fuego?
    ¿Tiene piezas pequeñas que un niño pueda tragar?
    ¿La crema puede causar reacción alérgica?
    ¿Contiene frutos secos? Soy alérgico.
    Soy alérgica al níquel, ¿qué pendientes puedo llevar?
    ¿Venden detectores de humo?
    ¿Cortan bien los cuchillos?
    ¿El vaso aguanta agua hirviendo sin romperse?
    No hay humo ni olor, simplemente no enciende.
    Por suerte nadie resultó herido, la caja estaba vacía.
    El color se llama humo pero el mío es azul.
    ¡Llegó la barbacoa, gracias!
    Los zapatos me hacen un poco de daño, ¿puedo cambiarlos por una talla más?
    La espera me mata, ¿cuándo llega?
    Me muero por ese vestido en verde.
    La batidora ya no funciona.
    La taza se rompió cuando se me cayó.
    El cristal del marco llegó roto, ¿me mandan otro?
    La pata de la silla está rota, quiero otra.
    La pantalla llegó rota.
    La batería dura solo dos horas.
    ¿Se puede usar la lámpara fuera con lluvia?
    La vela huele de maravilla.
    La alfombra huele un poco a plástico, ¿se va?
    ¿La pintura es tóxica?
    Entréguenlo en el hospital San Juan, planta 4.
    Trabajo en el hospital, ¿pueden entregar por la tarde?
    A mis hijos les encanta el camión de bomberos.
    ¿Hay retirada del modelo XJ-200? Quiero saberlo antes de comprar.
    El cuchillo de pan es de otro color.
    Trabajo en el juzgado, dejen el paquete en recepción.
    Soy abogada y necesito el recibo para la declaración.
    ¿Venden libros de derecho?
    ¿Es legal importarlo a Noruega?
    ¿Qué derechos tengo si devuelvo algo?
    ¿Dónde leo el aviso legal?
    Quiero un coche de policía de juguete para mi sobrino.
    ¿Puedo reclamar la garantía?
    Quiero reclamar el reembolso de los zapatos devueltos.
    ¿Cómo uso el descuento?
    ¿Tienen el libro El abogado del diablo?
    No voy a demandar a nadie, tranquilos.
    Los vi en el periódico, ¡felicidades!
    Mi hermano es policía y necesita botas del 46.
    ¿Qué consumo eléctrico tiene la nevera?
    ¿Cuál es el consumo del coche eléctrico de juguete?
    El pedido va tarde y estoy bastante molesto.
    El paquete se ha perdido y nadie contesta, es el tercer correo.
    Quiero mi dinero por la silla rota.
    Me lo robaron del portal, el repartidor lo dejó fuera.
    Sigo esperando el reembolso desde hace tres semanas.
    El repartidor fue maleducado.
    El repartidor lo dejó con un vecino.
    Pésimo servicio, nunca más.
    Cancelen mi pedido, me precipité.
    Me mandaron dos veces la talla equivocada.
    El cupón no se aplicó.
    Me cobraron el envío aunque decía gratis desde 50 euros.
    Mándenme la factura del pedido 12345.
    ¿Pueden anular uno de mis dos pedidos?
    No me manden dos boletines al día.
    ¿El spray mata avispas?
    ¿Podría un perro morderlo sin ponerse malo?
    ¿La cuna es estable para que no se vuelque?
    Si se rompiera y alguien se hiciera daño, ¿quién respondería?
    En caso de que la tetera gotee, ¿lo cubre la garantía?
    La que tenía de otra tienda se incendió, por eso busco una segura.
    ¿Alguien ha tenido una descarga con esta manta?
    ¿Estos zapatos protegen de descargas eléctricas?
    Buen cuchillo, corta como ninguno.
    ¿Tienen bombas de baño?
    ¿Cuánto pesa el regulador de gas?
    Mi marido me va a matar si pierdo otra vez el recibo, jaja.
    Esta salsa es la bomba.
    Muero de ganas de probarlo.
    ¿Los cargos de aduana están incluidos?
    ¿Hay que denunciar en algún sitio el paquete si no llega?
    ¿Tienen juguetes no peligrosos para bebés?
    ¿Es peligroso usarlo con 230 voltios?
    Quiero hablar con una persona.
    ¿Dónde está mi pedido?
    Quisiera devolver estos zapatos.
    Gracias por todo, servicio excelente.
    El vestido es precioso pero me queda grande.
    Necesito cambiar la dirección de entrega.
    ¿Tienen el abrigo en la talla M?
    El pedido llegó incompleto, falta una lámpara.`;
