# Kata-kata dalam surel dan pengirimannya.
outbox-sender = { $name }, { $business }
outbox-no-address = Belum ada alamat pengirim untuk balasan. Atur di Pengaturan, Bisnis.
