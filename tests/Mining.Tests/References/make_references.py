"""Makes references.json: what numpy and scikit-learn (1.2) say of invented numbers. Run by hand; the tests only read the file."""
import json
import os

import numpy as np
from sklearn.linear_model import Lasso, LinearRegression, Ridge
from sklearn.model_selection import KFold, train_test_split
from sklearn.neighbors import KNeighborsRegressor
from sklearn.svm import SVR

chance = np.random.RandomState(20181124)
x = chance.rand(80, 5)
x[:, 3] = 2 * x[:, 0]  # collinear, as amount and original_price are
x[:, 4] = 0.5  # constant
y = 3 + x[:, 0] - 2 * x[:, 1] ** 2 + 0.1 * chance.randn(80)
asked = chance.rand(15, 5)


def linear(model):
    model.fit(x, y)
    return {"weights": model.coef_.tolist(), "intercept": float(model.intercept_)}


def svr(gamma, **options):
    model = SVR(tol=1e-9, gamma=gamma, **options).fit(x, y)
    alpha = np.zeros(len(y))
    alpha[model.support_] = model.dual_coef_[0]
    kernel = model.kernel
    products = x @ x.T
    if kernel == "rbf":
        k = np.exp(-gamma * ((x[:, None] - x[None]) ** 2).sum(-1))
    else:
        k = products if kernel == "linear" else (gamma * products + model.coef0) ** model.degree
    k = k.astype(np.float32).astype(float)  # as libsvm keeps it: tells where C is large
    dual = 0.5 * alpha @ k @ alpha + model.epsilon * np.abs(alpha).sum() - alpha @ y
    return {"gamma": gamma, "predicted": model.predict(asked).tolist(), "dual": float(dual)}


references = {
    "x": x.tolist(),
    "y": y.tolist(),
    "asked": asked.tolist(),
    "linear": linear(LinearRegression()),
    "ridge": linear(Ridge(alpha=1)),
    "lasso": {str(alpha): linear(Lasso(alpha=alpha, tol=1e-12, max_iter=100000)) for alpha in (0.001, 0.01, 1)},
    "lasso-as-stopped": {str(alpha): linear(Lasso(alpha=alpha)) for alpha in (0.0001, 0.001, 0.01, 1)},
    "knn": KNeighborsRegressor(5, algorithm="brute").fit(x, y).predict(asked).tolist(),
    "svr": {
        "Rbf": svr(1 / (5 * x.var()), kernel="rbf"),
        "Linear": svr(1.0, kernel="linear"),
        "Polynomial": svr(1 / (5 * x.var()), kernel="poly"),
        "RbfDear": svr(0.1, kernel="rbf", C=1000),
        "PolynomialShifted": svr(0.2, kernel="poly", C=10, coef0=1, degree=2, epsilon=0.05),
    },
    "permutation": np.random.RandomState(42).permutation(5477)[:20].tolist(),
    "folds": [test.tolist() for _, test in KFold(3, shuffle=True, random_state=7).split(range(11))],
    "split": [part for part in train_test_split(range(10), test_size=0.25, random_state=42)],
}
with open(os.path.join(os.path.dirname(__file__), "references.json"), "w") as file:
    json.dump(references, file, indent=1)
    file.write("\n")
