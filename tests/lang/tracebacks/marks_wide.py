# exit: 1
# Wide characters take two columns of marks.
名前 = {"日本": "語"}
print(名前["日本"] + "é" + 名前["語"])
