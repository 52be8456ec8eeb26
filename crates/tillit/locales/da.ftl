# Demoen: en smal bjælke over hver side flytter forretningstiden.

demo-name = Demotid
demo-pause = Pause
demo-run = Lad tiden gå
demo-hour = +1 t
demo-day = +1 dag
demo-next = Næste frist
