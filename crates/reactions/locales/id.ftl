# Facts for programs outside.

## Settings → Webhooks

webhooks-title = Webhook
webhooks-lead = Yang terjadi di sini diberitahukan kepada program Anda sendiri, dengan tanda tangan.
webhooks-none = Belum ada webhook.
webhooks-new = Tambahkan webhook
webhooks-new-lead = Setiap kejadian dikirim ke sana sebagai JSON. Jawab dengan status 200 sampai 299; jika tidak, dikirim lagi selama tiga hari.
webhooks-submit = Tambahkan webhook itu
webhooks-saved = Tersimpan.
webhooks-tried = Uji coba sedang dikirim.
webhooks-again = Sedang dikirim lagi.
webhooks-removed = Webhook itu sudah tidak ada.
webhooks-gone = Sudah tidak ada (410): dimatikan
webhooks-off = Mati
webhooks-silent = Tidak menjawab
webhooks-on = Hidup
webhooks-url = Alamat
webhooks-url-hint = Alamat https milik Anda yang menerima POST.
webhooks-url-refused = Alamat ini tidak bisa dipanggil. Harus berupa alamat web di internet umum, atau di jaringan yang didaftarkan pengelola.
webhooks-kinds = Apa yang diberitahukan
webhooks-kinds-none = Pilih paling sedikit satu.
webhooks-one = Satu webhook
webhooks-deliveries = Terkirim
webhooks-deliveries-none = Belum ada yang dikirim.
webhooks-secret-made = Rahasianya siap
webhooks-secret-once = Program Anda memeriksa tanda tangan dengannya. Salin sekarang: tidak akan ditampilkan lagi. Rahasia sebelumnya masih berlaku satu hari.
webhooks-secret = Rahasia itu
webhooks-do = Apa yang bisa dilakukan dengannya
webhooks-try = Kirim uji coba
webhooks-switch-off = Matikan
webhooks-switch-on = Hidupkan
webhooks-rotate = Rahasia baru
webhooks-remove = Hapus
webhooks-delivery-pending = Sedang dikirim
webhooks-delivery-done = Sampai
webhooks-delivery-failed = Menyerah
webhooks-attempts = { $n } percobaan
webhooks-body = Apa yang dikirim
webhooks-answer = Apa yang kembali
webhooks-deliver-again = Kirim lagi

## Facts of the log

event-webhook-added = Webhook ke { $host } ditambahkan
event-webhook-changed = Webhook ke { $host } diubah
event-webhook-on = Webhook ke { $host } dihidupkan
event-webhook-off = Webhook ke { $host } dimatikan
event-webhook-rotated = Webhook ke { $host } mendapat rahasia baru
event-webhook-removed = Webhook ke { $host } dihapus
