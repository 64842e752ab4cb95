#include <asm/bitsperlong.h>
#if BITS_PER_LONG == 64
#define PTR .quad
#define ALGN .balign 8
#else
#define PTR .long
#define ALGN .balign 4
#endif
	.section .rodata, "a"
.globl kallsyms_offsets
	ALGN
kallsyms_offsets:
	.long	0xffffffff
	.long	0xffffffff
	.long	0xfffffc2f
	.long	0xfffffc1f
	.long	0xfffffbef
	.long	0xfffffbdf
	.long	0xfffffaef
	.long	0xfffffadf
	.long	0xfffffaaf
	.long	0xfffffa9f
	.long	0xfffffa6f
	.long	0xfffffa5f
	.long	0xfffff8af
	.long	0xfffff89f
	.long	0xfffff86f
	.long	0xfffff85f
	.long	0xfffff7af
	.long	0xfffff79f
	.long	0xfffff76f
	.long	0xfffff75f
	.long	0xfffff36f
	.long	0xfffff35f
	.long	0xfffff32f
	.long	0xfffff31f
	.long	0xfffff26f
	.long	0xfffff25f
	.long	0xfffff24f
	.long	0xfffff23f
	.long	0xfffff22f
	.long	0xfffff21f
	.long	0xfffff20f
	.long	0xfffff1ff
	.long	0xfffff1ef
	.long	0xfffff1df
	.long	0xfffff1cf
	.long	0xfffff1bf
	.long	0xfffff1af
	.long	0xfffff19f
	.long	0xfffff18f
	.long	0xfffff17f
	.long	0xfffff16f
	.long	0xfffff15f
	.long	0xfffff12f
	.long	0xfffff11f
	.long	0xfffff0ef
	.long	0xfffff0df
	.long	0xfffff0af
	.long	0xfffff09f
	.long	0xfffff06f
	.long	0xfffff05f
	.long	0xfffff01f
	.long	0xfffff00f
	.long	0xffffefff
	.long	0xffffefef
	.long	0xffffefdf
	.long	0xffffefbf
	.long	0xffffefaf
	.long	0xffffef9f
	.long	0xffffef7f
	.long	0xffffef6f
	.long	0xffffef4f
	.long	0xffffef3f
	.long	0xffffef2f
	.long	0xffffef1f
	.long	0xffffef0f
	.long	0xffffeeef
	.long	0xffffeedf
	.long	0xffffeecf
	.long	0xffffeebf
	.long	0xffffee9f
	.long	0xffffee8f
	.long	0xffffee7f
	.long	0xffffee6f
	.long	0xffffee5f

.globl kallsyms_relative_base
	ALGN
kallsyms_relative_base:
	PTR	_text + 0

.globl kallsyms_num_syms
	ALGN
kallsyms_num_syms:
	.long	74

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x02, 0xa6, 0xa3
	.byte 0x03, 0xa6, 0x73, 0xa3
	.byte 0x01, 0x08
	.byte 0x01, 0x09
	.byte 0x01, 0x06
	.byte 0x01, 0x07
	.byte 0x01, 0x04
	.byte 0x01, 0x05
	.byte 0x02, 0x54, 0x86
	.byte 0x02, 0x74, 0x86
	.byte 0x01, 0x03
	.byte 0x01, 0x02
	.byte 0x01, 0x0a
	.byte 0x01, 0x0b
	.byte 0x02, 0xd8, 0x7c
	.byte 0x02, 0xd7, 0x7c
	.byte 0x02, 0x54, 0xa7
	.byte 0x02, 0x74, 0xa7
	.byte 0x01, 0x01
	.byte 0x01, 0x00
	.byte 0x02, 0x54, 0x5e
	.byte 0x02, 0x74, 0x5e
	.byte 0x02, 0x54, 0x5c
	.byte 0x02, 0x74, 0x5c
	.byte 0x02, 0x54, 0xc1
	.byte 0x02, 0x74, 0xc1
	.byte 0x02, 0x41, 0xc1
	.byte 0x02, 0x61, 0xc1
	.byte 0x02, 0x54, 0xba
	.byte 0x02, 0x74, 0xba
	.byte 0x02, 0x41, 0xba
	.byte 0x02, 0x61, 0xba
	.byte 0x02, 0x54, 0xb3
	.byte 0x02, 0x74, 0xb3
	.byte 0x02, 0x41, 0xb3
	.byte 0x02, 0x61, 0xb3
	.byte 0x02, 0x54, 0xab
	.byte 0x02, 0x74, 0xab
	.byte 0x02, 0x41, 0xab
	.byte 0x02, 0x61, 0xab
	.byte 0x02, 0x54, 0xaf
	.byte 0x02, 0x74, 0xaf
	.byte 0x02, 0x54, 0x9d
	.byte 0x02, 0x74, 0x9d
	.byte 0x02, 0x54, 0xa1
	.byte 0x02, 0x74, 0xa1
	.byte 0x02, 0x54, 0x7e
	.byte 0x02, 0x74, 0x7e
	.byte 0x02, 0x54, 0x5b
	.byte 0x02, 0x74, 0x5b
	.byte 0x01, 0x0f
	.byte 0x01, 0x14
	.byte 0x01, 0x2c
	.byte 0x01, 0x1f
	.byte 0x01, 0x18
	.byte 0x01, 0x0e
	.byte 0x01, 0x13
	.byte 0x01, 0x1c
	.byte 0x01, 0x28
	.byte 0x01, 0x21
	.byte 0x01, 0x0d
	.byte 0x01, 0x12
	.byte 0x01, 0x17
	.byte 0x01, 0x23
	.byte 0x01, 0x1a
	.byte 0x01, 0x0c
	.byte 0x01, 0x10
	.byte 0x01, 0x15
	.byte 0x01, 0x2a
	.byte 0x01, 0x26
	.byte 0x01, 0x1d
	.byte 0x02, 0x11, 0x64
	.byte 0x02, 0x16, 0x66
	.byte 0x03, 0xa6, 0x65, 0xa3

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	.long	0

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"tfoo_veneer2"
	.asciz	"Tfoo_veneer2"
	.asciz	"t__pi_func"
	.asciz	"T__pi_func"
	.asciz	"T__kvm_nvhe_func"
	.asciz	"t__kvm_nvhe_func"
	.asciz	"T__kstrtabns_foo"
	.asciz	"t__kstrtabns_foo"
	.asciz	"T__kstrtab_foo"
	.asciz	"t__kstrtab_foo"
	.asciz	"T__kcfi_typeid_foo"
	.asciz	"t__kcfi_typeid_foo"
	.asciz	"ptype_70"
	.asciz	"btype_62"
	.asciz	"Rtype_52"
	.asciz	"Btype_42"
	.asciz	"rtype_72"
	.asciz	"-type_2"
	.asciz	"ctype_63"
	.asciz	"Stype_53"
	.asciz	"Ctype_43"
	.asciz	"stype_73"
	.asciz	"?type_3"
	.asciz	"dtype_64"
	.asciz	"Itype_49"
	.asciz	"type_49"
	.asciz	"itype_69"
	.asciz	"type_69"
	.asciz	"Ttype_54"
	.asciz	"wtype_77"
	.asciz	"type_77"
	.asciz	"Gtype_47"
	.asciz	"type_47"
	.asciz	"Wtype_57"
	.asciz	"type_57"
	.asciz	"gtype_67"
	.asciz	"$"
	.asciz	"type_67"
	.asciz	"vtype_76"
	.asciz	"type_76"
	.asciz	"Vtype_56"
	.asciz	"type_56"
	.asciz	"ttype_74"
	.asciz	"type_74"
	.asciz	"Dtype_44"
	.asciz	"-"
	.asciz	"."
	.asciz	"type_44"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"type_54"
	.asciz	"9"
	.asciz	"type_64"
	.asciz	"type_3"
	.asciz	"type_73"
	.asciz	"type_43"
	.asciz	"type_53"
	.asciz	"?"
	.asciz	"type_63"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"type_2"
	.asciz	"type_72"
	.asciz	"G"
	.asciz	"type_42"
	.asciz	"I"
	.asciz	"type_52"
	.asciz	"type_62"
	.asciz	"L"
	.asciz	"type_70"
	.asciz	"cfi_typeid_foo"
	.asciz	"strtab_foo"
	.asciz	"strtabns_foo"
	.asciz	"strtabns_"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"vm_nvhe_func"
	.asciz	"V"
	.asciz	"W"
	.asciz	"e_func"
	.asciz	"__pi_func"
	.asciz	"foo_veneer2"
	.asciz	"plain"
	.asciz	"kallsyms_lookup"
	.asciz	"ookup"
	.asciz	"kallsyms_seqs_of_names"
	.asciz	"_"
	.asciz	"seqs_of_names"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"h"
	.asciz	"i"
	.asciz	"s_of_names"
	.asciz	"k"
	.asciz	"l"
	.asciz	"m"
	.asciz	"n"
	.asciz	"o"
	.asciz	"p"
	.asciz	"q"
	.asciz	"r"
	.asciz	"s"
	.asciz	"t"
	.asciz	"u"
	.asciz	"v"
	.asciz	"w"
	.asciz	"x"
	.asciz	"y"
	.asciz	"of_names"
	.asciz	"_names"
	.asciz	"vm_nvhe___kcfi_typeid_x"
	.asciz	"___kcfi_typeid_x"
	.asciz	"__mod_device_table__x"
	.asciz	"d_device_table__x"
	.asciz	"vice_table__x"
	.asciz	"e_table__x"
	.asciz	"table__x"
	.asciz	"le__x"
	.asciz	"__x"
	.asciz	"cfi_typeid_x"
	.asciz	"__pi_$x"
	.asciz	"mes"
	.asciz	"seq"
	.asciz	"up"
	.asciz	"__mo"
	.asciz	"strtabn"
	.asciz	"lain"
	.asciz	"__m"
	.asciz	"kallsyms_l"
	.asciz	"ook"
	.asciz	"___k"
	.asciz	"lai"
	.asciz	"of"
	.asciz	"vm_nvhe"
	.asciz	"d_de"
	.asciz	"se"
	.asciz	"me"
	.asciz	"d_d"
	.asciz	"vic"
	.asciz	"_na"
	.asciz	"la"
	.asciz	"___"
	.asciz	"strtab_"
	.asciz	"foo_compiled.123"
	.asciz	"veneer2"
	.asciz	"foo_compiled.12"
	.asciz	"foo_compiled.1"
	.asciz	"L0"
	.asciz	"__pi_$"
	.asciz	"text"
	.asciz	"xt"
	.asciz	"te"
	.asciz	"T_"
	.asciz	"veneer"
	.asciz	"neer"
	.asciz	"__pi_"
	.asciz	"kallsyms_"
	.asciz	"__kernel_sigtramp"
	.asciz	"cfi_typeid_"
	.asciz	"strtab"
	.asciz	"trtab"
	.asciz	"foo_compiled."
	.asciz	"led."
	.asciz	"__kernel_sigtra"
	.asciz	"func"
	.asciz	"__kernel_syscall_via_epc"
	.asciz	"__kernel_sig"
	.asciz	"vm_nvh"
	.asciz	"_nvh"
	.asciz	"cfi_typei"
	.asciz	"i_typei"
	.asciz	"foo_compi"
	.asciz	"__kernel_syscall_via_break"
	.asciz	"kallsym"
	.asciz	"kalls"
	.asciz	"fu"
	.asciz	"alls"
	.asciz	"__kernel_syscall_via_br"
	.asciz	"__p"
	.asciz	"__gp"
	.asciz	"foo_co"
	.asciz	"ym"
	.asciz	"vm"
	.asciz	"all"
	.asciz	"eak"
	.asciz	"mpi"
	.asciz	"typei"
	.asciz	"vh"
	.asciz	"__g"
	.asciz	"ig"
	.asciz	"cf"
	.asciz	"type"
	.asciz	"__kernel_syscall_via_e"
	.asciz	"ve"
	.asciz	"foo_c"
	.asciz	"pc"
	.asciz	"nc"
	.asciz	"__kernel_syscall_via_b"
	.asciz	"tra"
	.asciz	"ea"
	.asciz	"d."
	.asciz	"t__k"
	.asciz	"T__k"
	.asciz	"type_6"
	.asciz	"type_5"
	.asciz	"type_4"
	.asciz	"_n"
	.asciz	"le"
	.asciz	"tab"
	.asciz	"ta"
	.asciz	"foo_"
	.asciz	"d_"
	.asciz	"type_7"
	.asciz	"__kernel_syscall_via_"
	.asciz	"all_via_"
	.asciz	"l_via_"
	.asciz	"via_"
	.asciz	"__kernel_sysc"
	.asciz	"__kernel_sy"
	.asciz	"tr"
	.asciz	"mp"
	.asciz	"sc"
	.asciz	"s_"
	.asciz	"i_"
	.asciz	"a_"
	.asciz	"vi"
	.asciz	"foo"
	.asciz	"__kernel_s"
	.asciz	"ernel_s"
	.asciz	"nel_s"
	.asciz	"l_s"
	.asciz	"al"
	.asciz	"oo"
	.asciz	"er"
	.asciz	"ne"
	.asciz	"l_"
	.asciz	"__k"
	.asciz	"type_"
	.asciz	"typ"
	.asciz	"yp"
	.asciz	"e_"
	.asciz	"__"

.globl kallsyms_token_index
	ALGN
kallsyms_token_index:
	.short	0
	.short	13
	.short	26
	.short	37
	.short	48
	.short	65
	.short	82
	.short	99
	.short	116
	.short	131
	.short	146
	.short	165
	.short	184
	.short	193
	.short	202
	.short	211
	.short	220
	.short	229
	.short	237
	.short	246
	.short	255
	.short	264
	.short	273
	.short	281
	.short	290
	.short	299
	.short	307
	.short	316
	.short	324
	.short	333
	.short	342
	.short	350
	.short	359
	.short	367
	.short	376
	.short	384
	.short	393
	.short	395
	.short	403
	.short	412
	.short	420
	.short	429
	.short	437
	.short	446
	.short	454
	.short	463
	.short	465
	.short	467
	.short	475
	.short	477
	.short	479
	.short	481
	.short	483
	.short	485
	.short	487
	.short	489
	.short	491
	.short	499
	.short	501
	.short	509
	.short	516
	.short	524
	.short	532
	.short	540
	.short	542
	.short	550
	.short	552
	.short	554
	.short	556
	.short	558
	.short	565
	.short	573
	.short	575
	.short	583
	.short	585
	.short	593
	.short	601
	.short	603
	.short	611
	.short	626
	.short	637
	.short	650
	.short	660
	.short	662
	.short	664
	.short	666
	.short	679
	.short	681
	.short	683
	.short	690
	.short	700
	.short	712
	.short	718
	.short	734
	.short	740
	.short	763
	.short	765
	.short	779
	.short	781
	.short	783
	.short	785
	.short	787
	.short	789
	.short	791
	.short	793
	.short	795
	.short	797
	.short	808
	.short	810
	.short	812
	.short	814
	.short	816
	.short	818
	.short	820
	.short	822
	.short	824
	.short	826
	.short	828
	.short	830
	.short	832
	.short	834
	.short	836
	.short	838
	.short	847
	.short	854
	.short	878
	.short	895
	.short	917
	.short	935
	.short	949
	.short	960
	.short	969
	.short	975
	.short	979
	.short	992
	.short	1000
	.short	1004
	.short	1008
	.short	1011
	.short	1016
	.short	1024
	.short	1029
	.short	1033
	.short	1044
	.short	1048
	.short	1053
	.short	1057
	.short	1060
	.short	1068
	.short	1073
	.short	1076
	.short	1079
	.short	1083
	.short	1087
	.short	1091
	.short	1094
	.short	1098
	.short	1106
	.short	1123
	.short	1131
	.short	1147
	.short	1162
	.short	1165
	.short	1172
	.short	1177
	.short	1180
	.short	1183
	.short	1186
	.short	1193
	.short	1198
	.short	1204
	.short	1214
	.short	1232
	.short	1244
	.short	1251
	.short	1257
	.short	1271
	.short	1276
	.short	1292
	.short	1297
	.short	1322
	.short	1335
	.short	1342
	.short	1347
	.short	1357
	.short	1365
	.short	1375
	.short	1402
	.short	1410
	.short	1416
	.short	1419
	.short	1424
	.short	1448
	.short	1452
	.short	1457
	.short	1464
	.short	1467
	.short	1470
	.short	1474
	.short	1478
	.short	1482
	.short	1488
	.short	1491
	.short	1495
	.short	1498
	.short	1501
	.short	1506
	.short	1529
	.short	1532
	.short	1538
	.short	1541
	.short	1544
	.short	1567
	.short	1571
	.short	1574
	.short	1577
	.short	1582
	.short	1587
	.short	1594
	.short	1601
	.short	1608
	.short	1611
	.short	1614
	.short	1618
	.short	1621
	.short	1626
	.short	1629
	.short	1636
	.short	1658
	.short	1667
	.short	1674
	.short	1679
	.short	1693
	.short	1705
	.short	1708
	.short	1711
	.short	1714
	.short	1717
	.short	1720
	.short	1723
	.short	1726
	.short	1730
	.short	1741
	.short	1749
	.short	1755
	.short	1759
	.short	1762
	.short	1765
	.short	1768
	.short	1771
	.short	1774
	.short	1778
	.short	1784
	.short	1788
	.short	1791
	.short	1794

