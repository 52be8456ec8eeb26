# Demoen: en smal linje over hver side flytter forretningstiden.

demo-name = Demotid
demo-pause = Pause
demo-run = La tiden gå
demo-hour = +1 t
demo-day = +1 dag
demo-next = Neste frist
